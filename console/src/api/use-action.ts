import { useRef, useState } from "preact/hooks";
import type { Answer, Failure } from "./answer.ts";

export interface Action {
  readonly isBusy: boolean;
  /** Why the last try did not work; null while one is under way. */
  readonly failure: Failure | null;
  /** Sends, unless a request of this action is under way, and calls `onDone` with the answer. */
  readonly run: <T>(
    send: () => Promise<Answer<T>>,
    onDone?: (data: T) => void | Promise<void>,
  ) => Promise<void>;
  readonly fail: (failure: Failure | null) => void;
}

/** One thing that a form or a button does: it is done once at a time, however often it is pressed. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isRunning = useRef(false);
  const run: Action["run"] = async (send, onDone) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const answer = await send();
      if (answer.failure) setFailure(answer.failure);
      else await onDone?.(answer.data);
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };
  return { isBusy, failure, run, fail: setFailure };
}
