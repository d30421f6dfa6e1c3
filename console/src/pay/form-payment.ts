import { type Intent, IntentMismatchError } from "@mahfaza/client";
import type { Answer } from "../api/answer.ts";
import {
  answered,
  isOver,
  left,
  type PaymentState,
  sent,
  withoutOutcome,
} from "./payment-state.ts";
import { unfinishedStep } from "./unfinished.ts";

interface FormPaymentParts<B, D> {
  /** Opens the intent of the form: the unfinished one, or a new one. */
  readonly openIntent: () => Promise<Intent>;
  readonly send: (body: B, intent: Intent) => Promise<Answer<D>>;
  readonly onState: (state: PaymentState<B, D>) => void;
  /** Called after each answer, once its state is shown. */
  readonly onAnswer: (answer: Answer<D>) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * The payments of one form, one after the other. Each has one intent, and so one key, over retries,
 * a lost answer and a reload: a double click or a reload pays once. Only after a definite outcome
 * the next payment gets a new key.
 */
export class FormPayment<B, D> {
  readonly #parts: FormPaymentParts<B, D>;
  #state: PaymentState<B, D> = { kind: "open" };
  #intent: Promise<Intent> | null = null;

  constructor(parts: FormPaymentParts<B, D>) {
    this.#parts = parts;
  }

  /** Sends it; does nothing while one is being sent. */
  async submit(body: B, isResumed = false): Promise<void> {
    // Decided here and not by what is drawn: two clicks may come before the page is drawn again.
    const sending = sent(this.#state, body, isResumed);
    if (!sending) return;
    this.#show(sending);
    try {
      await this.#attempt(body);
    } catch (error) {
      await this.#showUnfinished(body);
      // A fault, such as a storage that is full. Its form does not wait for an answer for ever.
      if (!(error instanceof IntentMismatchError)) throw error;
    }
  }

  /** After a failure: the same payment again; with the same key, unless it was refused for good. */
  async again(): Promise<void> {
    if (this.#state.kind === "failed") await this.submit(this.#state.body);
  }

  /** Leaves a refusal or a receipt behind. A payment without an outcome stays. */
  reset(): void {
    this.#show(left(this.#state));
  }

  /** Takes up a payment that was sent before a reload and has no outcome. */
  async takeUp(): Promise<void> {
    const intent = await this.#opened();
    if (!intent.unfinished) return;
    const { body, startedAt } = intent.unfinished;
    const step = unfinishedStep(startedAt, this.#parts.now());
    if (step === "resume") return this.submit(body as B, true);
    if (step === "ask") return this.#show(withoutOutcome(body as B, true));
    await intent.settle();
    this.#intent = null;
  }

  async #attempt(body: B): Promise<void> {
    const intent = await this.#opened();
    const answer = await this.#parts.send(body, intent);
    const state: PaymentState<B, D> = answered(body, answer, intent.unfinished !== null);
    if (isOver(state)) this.#intent = null;
    this.#show(state);
    this.#parts.onAnswer(answer);
  }

  /** Another payment of this form may have no outcome yet: that one comes first. */
  async #showUnfinished(body: B): Promise<void> {
    const { unfinished } = await this.#opened();
    if (!unfinished) this.#intent = null;
    this.#show(withoutOutcome((unfinished?.body ?? body) as B, unfinished !== null));
  }

  #opened(): Promise<Intent> {
    this.#intent ??= this.#parts.openIntent();
    return this.#intent;
  }

  #show(state: PaymentState<B, D>): void {
    this.#state = state;
    this.#parts.onState(state);
  }
}
