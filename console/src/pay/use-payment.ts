import { type Intent, openIntent } from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { invalidate } from "../api/use-data.ts";
import { FormPayment } from "./form-payment.ts";
import { intentName } from "./intent-name.ts";
import { intentStore } from "./intent-store.ts";
import type { FormName } from "./payment-forms.ts";
import type { PaymentState } from "./payment-state.ts";
import { withStepUp } from "./with-step-up.ts";

export interface Payment<B, D> {
  readonly state: PaymentState<B, D>;
  /** Sends it; does nothing while one is being sent. */
  readonly submit: (body: B) => void;
  /** After a failure: the same payment again; with the same key, unless it was refused for good. */
  readonly again: () => void;
  /** Leaves a refusal or a receipt behind. A payment without an outcome stays. */
  readonly reset: () => void;
}

interface PaymentParts<B, D> {
  /** Names the form: an unfinished payment of this name is taken up again after a reload. */
  readonly name: FormName;
  readonly send: (
    body: B,
    intent: Intent,
  ) => Promise<{ readonly data?: D | undefined; readonly error?: unknown }>;
  readonly onDone?: (data: D) => void;
}

/** What a page may show that a payment has changed. */
const CHANGED = ["wallet", "transaction", "entries", "limits", "hold", "deposits", "withdrawals"];

/**
 * One payment of a form: see FormPayment. Its key is made when the form opens, and is stored before
 * the first send. It belongs to the tab: two tabs are two forms, and two payments.
 */
export function usePayment<B, D>(parts: PaymentParts<B, D>): Payment<B, D> {
  const latest = useRef(parts);
  latest.current = parts;
  const [state, setState] = useState<PaymentState<B, D>>({ kind: "open" });
  const [payment] = useState(
    () =>
      new FormPayment<B, D>({
        openIntent: () => openIntent({ name: intentName(latest.current.name), store: intentStore }),
        send: (body, intent) => withStepUp(() => latest.current.send(body, intent)),
        onState: setState,
        onAnswer: ({ data, failure }) => {
          if (!failure) latest.current.onDone?.(data);
          // A refusal is in the history too.
          invalidate(...CHANGED);
        },
        now: Date.now,
      }),
  );
  useEffect(() => {
    void payment.takeUp();
  }, []);
  return {
    state,
    submit: (body) => void payment.submit(body),
    again: () => void payment.again(),
    reset: () => payment.reset(),
  };
}
