import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { TypedAnswer } from "../../api/answer.ts";
import { type ActProps, OperatorAct } from "./operator-act.tsx";
import { ReasonField } from "./reason-field.tsx";

interface ReasonedActProps<K extends string, T> extends ActProps<T> {
  readonly reasons: readonly (readonly [K, string])[];
  /** The reason that is chosen at the start. */
  readonly start?: K | null;
  readonly send: (reason: K) => Promise<TypedAnswer<T>>;
  /** Above the reason: a warning, or a field that is never empty. */
  readonly children?: ComponentChildren;
}

/** An act of an operator that needs a reason and nothing else. */
export function ReasonedAct<K extends string, T>(props: ReasonedActProps<K, T>) {
  const { reasons, start = null, send, children, ...act } = props;
  const [reason, setReason] = useState<K | null>(start);
  return (
    <OperatorAct
      {...act}
      isComplete={reason !== null}
      send={() => send(reason as K)}
      fields={(isTried) => (
        <>
          {children}
          <ReasonField value={reason} onValue={setReason} options={reasons} isTried={isTried} />
        </>
      )}
    />
  );
}
