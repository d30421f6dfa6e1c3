import { useState } from "preact/hooks";
import { act } from "../proven.ts";
import { ActDialog, type ActDialogProps } from "./act-dialog.tsx";
import { ReasonField } from "./reason-field.tsx";

interface ReasonActProps<K extends string, T>
  extends Omit<ActDialogProps<T>, "isComplete" | "send"> {
  readonly reasons: readonly (readonly [K, string])[];
  /** The reason that is chosen at the start. */
  readonly start?: K | null;
  readonly send: (
    reason: K,
  ) => Promise<{ readonly data?: T | undefined; readonly error?: unknown }>;
}

/** An act of an operator that needs a reason and nothing else. */
export function ReasonActDialog<K extends string, T>(props: ReasonActProps<K, T>) {
  const { reasons, start = null, send, children, ...dialog } = props;
  const [reason, setReason] = useState<K | null>(start);
  const [isTried, setTried] = useState(false);
  return (
    <ActDialog
      {...dialog}
      isComplete={() => {
        setTried(true);
        return reason !== null;
      }}
      send={() => act(() => send(reason as K))}
    >
      {children}
      <ReasonField value={reason} onValue={setReason} options={reasons} isMissing={isTried} />
    </ActDialog>
  );
}
