import type { Context } from "hono";
import { failed } from "../contract/examples.ts";
import { CAPTURABLE } from "../contract/hold-examples.ts";
import {
  HoldPreview,
  HoldTransaction,
  holdBody,
  holdPreview,
  holdTransaction,
} from "../contract/holds.ts";
import { transactionBody, transactionPreview } from "../contract/transactions.ts";
import type { SeenHold } from "../domain/hold.ts";
import type { HoldOutcome } from "../services/holds/with-hold.ts";
import type { AppEnv } from "./app-env.ts";
import { PREVIEWED } from "./dry-run.ts";
import { ApiError } from "./problem.ts";
import type { ProblemExamples } from "./problem-answers.ts";
import { jsonAnswer, REPLAYED } from "./routing.ts";
import { recordedRefusals, transactionAnswer } from "./transaction-answer.ts";

/** The 201 and the 200 of a route about a hold: what was recorded, or would have been. */
export function holdAnswers(example: HoldTransaction) {
  const { hold, hold_id: _, id, reference, created_at, posted_at, ...transaction } = example;
  const { id: holdId, ...seen } = hold;
  const preview = { ...transaction, hold: seen };
  return {
    200: jsonAnswer(
      "A dry run: what would have been recorded.",
      HoldPreview,
      { preview },
      "Preference-Applied",
    ),
    201: jsonAnswer(
      "The recorded transaction, and the hold after it. A replay has the same transaction, and the hold as it is now.",
      HoldTransaction,
      { recorded: example },
      "Idempotency-Replayed",
    ),
  };
}

/** The examples of recorded refusals of a route about a hold. */
export function holdRefusals({ hold: _, ...transaction }: HoldTransaction): ProblemExamples {
  const code = "capture_exceeds_hold";
  const exceeded = { ...CAPTURABLE, transaction: failed(transaction, code) };
  return { ...recordedRefusals(transaction), [code]: exceeded };
}

/** Answers a command about a hold: as transactionAnswer, with the hold. */
export function holdAnswer(c: Context<AppEnv>, { outcome, hold }: HoldOutcome) {
  const isDecided = outcome.kind === "recorded" || outcome.kind === "previewed";
  if (!hold || !isDecided) return refuseOutcome(c, outcome);
  const { failureCode } = outcome.transaction;
  if (failureCode) throw exceeded(outcome, hold);
  if (outcome.kind === "previewed") {
    return c.json(holdPreview(outcome.transaction, hold), 200, PREVIEWED);
  }
  const headers = outcome.isReplay ? REPLAYED : undefined;
  return c.json(holdTransaction(outcome.transaction, hold), 201, headers);
}

/** Answers an outcome without a hold, which is never a success. */
function refuseOutcome(c: Context<AppEnv>, outcome: HoldOutcome["outcome"]): never {
  transactionAnswer(c, outcome);
  throw new Error("a successful command about a hold without the hold");
}

type Decided = Extract<HoldOutcome["outcome"], { readonly transaction: object }>;

/** A capture of too much, with what is left of the hold now. */
function exceeded(outcome: Decided, hold: SeenHold): ApiError {
  const { captured, capturable } = holdBody(hold);
  const members = { captured, capturable };
  const code = outcome.transaction.failureCode ?? "capture_exceeds_hold";
  if (outcome.kind === "previewed") {
    const preview = transactionPreview(outcome.transaction);
    return new ApiError(code, { members, preview, headers: PREVIEWED });
  }
  const transaction = transactionBody(outcome.transaction);
  return new ApiError(code, {
    members,
    transaction,
    ...(outcome.isReplay && { headers: REPLAYED }),
  });
}
