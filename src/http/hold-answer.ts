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
import type { HoldOutcome } from "../services/holds/with-hold.ts";
import type { AppEnv } from "./app-env.ts";
import { PREVIEWED } from "./dry-run.ts";
import type { ProblemMembers } from "./problem.ts";
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
  if (outcome.transaction.failureCode) {
    const { captured, capturable } = holdBody(hold);
    return refuseOutcome(c, outcome, { captured, capturable });
  }
  if (outcome.kind === "previewed") {
    return c.json(holdPreview(outcome.transaction, hold), 200, PREVIEWED);
  }
  const headers = outcome.isReplay ? REPLAYED : undefined;
  return c.json(holdTransaction(outcome.transaction, hold), 201, headers);
}

/** Answers a refusal; a capture of too much has what is left of the hold now. */
function refuseOutcome(
  c: Context<AppEnv>,
  outcome: HoldOutcome["outcome"],
  members?: ProblemMembers,
): never {
  transactionAnswer(c, outcome, members);
  throw new Error("a successful command about a hold without the hold");
}
