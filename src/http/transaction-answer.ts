import type { Context } from "hono";
import { failed } from "../contract/examples.ts";
import {
  type TransactionBody,
  TransactionPreview,
  transactionBody,
  transactionPreview,
} from "../contract/transactions.ts";
import type { MoneyOutcome } from "../domain/command.ts";
import { FAILURE_CODES } from "../domain/refusal.ts";
import type { UnpostedTransaction } from "../domain/transaction.ts";
import type { AppEnv } from "./app-env.ts";
import { PREVIEWED } from "./dry-run.ts";
import { ApiError, type ProblemMembers } from "./problem.ts";
import type { ProblemExamples } from "./problem-answers.ts";
import { jsonAnswer } from "./routing.ts";

/** The examples of recorded refusals: each problem has the failed transaction. */
export function recordedRefusals(transaction: TransactionBody): ProblemExamples {
  return Object.fromEntries(
    FAILURE_CODES.map((code) => [code, { transaction: failed(transaction, code) }]),
  );
}

/** The 200 of a money route: what a dry run would have recorded. */
export function previewAnswer({
  id,
  reference,
  created_at,
  posted_at,
  ...preview
}: TransactionBody) {
  return jsonAnswer(
    "A dry run: what would have been recorded.",
    TransactionPreview,
    { preview },
    "Preference-Applied",
  );
}

/**
 * Answers a command: 201 with its transaction, 200 with what a dry run would have recorded, or the
 * problem that refused it. `members` stand beside the transaction, in a problem that has one, too.
 */
export function transactionAnswer<Members extends ProblemMembers = Record<never, never>>(
  c: Context<AppEnv>,
  outcome: MoneyOutcome,
  members?: Members,
) {
  switch (outcome.kind) {
    case "recorded": {
      const transaction = transactionBody(outcome.transaction);
      const headers = outcome.isReplay ? { "Idempotency-Replayed": "true" } : undefined;
      const { failureCode } = outcome.transaction;
      if (failureCode)
        throw new ApiError(failureCode, { transaction, members, ...(headers && { headers }) });
      return c.json({ ...transaction, ...(members as Members) }, 201, headers);
    }
    case "previewed":
      return previewed(c, outcome.transaction, members);
    case "refused":
      throw refusalOf(outcome);
    case "busy":
      throw new ApiError("service_busy");
    case "unknown":
      throw new ApiError("outcome_unknown");
    case "faulty":
      throw new Error(`the database refused a command: ${outcome.fault}`);
  }
}

function previewed<Members extends ProblemMembers>(
  c: Context<AppEnv>,
  transaction: UnpostedTransaction,
  members?: Members,
) {
  const preview = transactionPreview(transaction);
  const { failureCode } = transaction;
  if (failureCode) throw new ApiError(failureCode, { preview, members, headers: PREVIEWED });
  return c.json({ ...preview, ...(members as Members) }, 200, PREVIEWED);
}

function refusalOf({
  code,
  retryAfterSeconds,
}: Extract<MoneyOutcome, { readonly kind: "refused" }>): ApiError {
  if (retryAfterSeconds === undefined) return new ApiError(code);
  return new ApiError(code, { headers: { "Retry-After": String(retryAfterSeconds) } });
}
