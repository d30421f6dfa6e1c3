import { type Intent, IntentMismatchError, openIntent } from "@mahfaza/client";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Failure } from "../api/answer.ts";
import { invalidate } from "../api/use-data.ts";
import { intentName } from "./intent-name.ts";
import { intentStore } from "./intent-store.ts";
import { isJudged } from "./judged.ts";
import { unfinishedStep } from "./unfinished.ts";
import { withStepUp } from "./with-step-up.ts";

/** Where a payment stands. `body` is what was asked. */
export type PaymentState<B, D> =
  | { readonly kind: "open" }
  /** `isResumed`: it was sent before a reload. */
  | { readonly kind: "sending"; readonly body: B; readonly isResumed: boolean }
  | { readonly kind: "done"; readonly body: B; readonly data: D }
  | {
      readonly kind: "failed";
      readonly body: B;
      readonly failure: Failure;
      /** It may have happened: nothing else is sent before its outcome is known. */
      readonly isUnfinished: boolean;
    };

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
  readonly name: string;
  readonly send: (
    body: B,
    intent: Intent,
  ) => Promise<{ readonly data?: D | undefined; readonly error?: unknown }>;
  readonly onDone?: (data: D) => void;
}

/** What a page may show that a payment has changed. */
const CHANGED = ["wallet", "transaction", "entries", "limits", "hold", "deposits", "withdrawals"];

/**
 * One payment of a form. Its key is made when the form opens, is stored before the first send, and
 * stays over retries, a lost answer and a reload: a double click or a reload pays once. Only after
 * a definite outcome the next payment gets a new key. The key belongs to the tab: two tabs are two
 * forms, and two payments.
 */
export function usePayment<B, D>({ name, send, onDone }: PaymentParts<B, D>): Payment<B, D> {
  const [state, setState] = useState<PaymentState<B, D>>({ kind: "open" });
  const intent = useRef<Promise<Intent> | null>(null);
  const isSending = useRef(false);

  const open = () => {
    intent.current ??= openIntent({ name: intentName(name), store: intentStore });
    return intent.current;
  };

  const attempt = async (body: B) => {
    const own = await open();
    const { data, failure } = await withStepUp(() => send(body, own));
    if (!failure) {
      intent.current = null;
      setState({ kind: "done", body, data });
      onDone?.(data);
    } else {
      const isUnfinished = own.unfinished !== null;
      if (!isUnfinished && isJudged(failure)) intent.current = null;
      setState({ kind: "failed", body, failure, isUnfinished });
    }
    // A refusal is in the history too.
    invalidate(...CHANGED);
  };

  const submit = async (body: B, isResumed: boolean) => {
    if (isSending.current) return;
    isSending.current = true;
    setState({ kind: "sending", body, isResumed });
    try {
      await attempt(body);
    } catch (error) {
      if (!(error instanceof IntentMismatchError)) throw error;
      await showUnfinished(body);
    } finally {
      isSending.current = false;
    }
  };

  /** Another payment of this form has no outcome yet: that one comes first. */
  const showUnfinished = async (body: B) => {
    const unfinished = (await open()).unfinished;
    const failure = { kind: "unknown" } as const;
    const stuck = (unfinished?.body ?? body) as B;
    setState({ kind: "failed", body: stuck, failure, isUnfinished: unfinished !== null });
    if (!unfinished) intent.current = null;
  };

  const takeUp = async () => {
    const own = await open();
    if (!own.unfinished) return;
    const { body, startedAt } = own.unfinished;
    const step = unfinishedStep(startedAt, Date.now());
    if (step === "resume") await submit(body as B, true);
    else if (step === "ask") await showUnfinished(body as B);
    else await own.settle();
  };

  useEffect(() => {
    void takeUp();
  }, []);

  return {
    state,
    submit: (body) => void submit(body, false),
    again: () => {
      if (state.kind === "failed") void submit(state.body, false);
    },
    reset: () => {
      if (state.kind === "failed" && state.isUnfinished) return;
      if (state.kind !== "sending") setState({ kind: "open" });
    },
  };
}
