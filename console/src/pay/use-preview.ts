import { useEffect, useState } from "preact/hooks";
import { type Answer, answerOf, codeOf, type Failure } from "../api/answer.ts";

/** What a payment would do, before it is made. */
export interface Preview<P> {
  /** Null until the answer, and when the service shows nothing before a second factor is proven. */
  readonly data: P | null;
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

type Load<P> = () => Promise<{ readonly data?: P | undefined; readonly error?: unknown }>;

const ASKING = { data: null, failure: null, isLoading: true };

/**
 * Asks the service for a dry run (`Prefer: dry-run`): the operation is decided as it would be now,
 * and nothing is moved. Asks again when `key` changes.
 */
export function usePreview<P>(key: string, load: Load<P>): Preview<P> {
  const [state, setState] = useState<Omit<Preview<P>, "reload">>(ASKING);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setState(ASKING);
    void answerOf(load()).then((answer: Answer<P>) => {
      if (!isCurrent) return;
      // The button of the payment asks for the factor; this alone is no reason against the payment.
      const failure = codeOf(answer.failure) === "step_up_required" ? null : answer.failure;
      setState({ data: answer.data, failure, isLoading: false });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, tries]);
  return { ...state, reload: () => setTries(tries + 1) };
}

/** The parameters of a dry run. */
export const DRY_RUN = { header: { Prefer: "dry-run" } } as const;
