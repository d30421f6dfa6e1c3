import { type Intent, openIntent, webIntentStore } from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/answer.ts";
import { userId } from "../app/session.ts";
import { ownStorage } from "../app/storage.ts";
import { withStepUp } from "./with-step-up.ts";

/** Where a payment stands. `body` is what was asked. */
export type PaymentState<B, D> =
  | { readonly kind: "open" }
  | { readonly kind: "sending"; readonly body: B }
  | { readonly kind: "done"; readonly body: B; readonly data: D }
  | { readonly kind: "failed"; readonly body: B; readonly failure: Failure };

export interface Payment<B, D> {
  readonly state: PaymentState<B, D>;
  /** Sends it; does nothing while one is being sent. */
  readonly submit: (body: B) => void;
  /** After a failure: the same payment again, with the same key. */
  readonly again: () => void;
  /** A new payment, with a new key. */
  readonly reset: () => void;
}

interface PaymentParts<B, D> {
  /** Names the form: an unfinished payment of this name is taken up again after a reload. */
  readonly name: string;
  readonly send: (
    body: B,
    intent: Intent,
  ) => Promise<{ readonly data?: D | undefined; readonly error?: unknown }>;
  readonly onDone?: (data: D) => void;
}

/**
 * One payment of a form. Its key is made when the form opens, is stored before the first send, and
 * stays over retries, a lost answer and a reload: a double click or a reload pays once. After a
 * definite outcome the next payment gets a new key.
 */
export function usePayment<B, D>({ name, send, onDone }: PaymentParts<B, D>): Payment<B, D> {
  const [state, setState] = useState<PaymentState<B, D>>({ kind: "open" });
  const intent = useRef<Promise<Intent> | null>(null);
  const isSending = useRef(false);

  const open = () => {
    const fullName = `${userId() ?? ""}:${name}`;
    intent.current ??= openIntent({ name: fullName, store: webIntentStore(ownStorage()) });
    return intent.current;
  };

  const submit = async (body: B) => {
    if (isSending.current) return;
    isSending.current = true;
    setState({ kind: "sending", body });
    try {
      const own = await open();
      const { data, failure } = await withStepUp(() => send(body, own));
      if (failure) setState({ kind: "failed", body, failure });
      else {
        setState({ kind: "done", body, data });
        onDone?.(data);
      }
      // The client has removed what is settled; the next payment is another one.
      if (failure?.kind !== "unknown") intent.current = null;
    } finally {
      isSending.current = false;
    }
  };

  useEffect(() => {
    void open().then(({ unfinished }) => {
      if (unfinished) void submit(unfinished.body as B);
    });
  }, []);

  return {
    state,
    submit: (body) => void submit(body),
    again: () => {
      if (state.kind === "failed") void submit(state.body);
    },
    reset: () => {
      intent.current = null;
      setState({ kind: "open" });
    },
  };
}
