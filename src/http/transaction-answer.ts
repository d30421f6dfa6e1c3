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
import { ApiError } from "./problem.ts";
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
 * problem that refused it.
 */
export function transactionAnswer(c: Context<AppEnv>, outcome: MoneyOutcome) {
  switch (outcome.kind) {
    case "recorded": {
      const transaction = transactionBody(outcome.transaction);
      const headers = outcome.isReplay ? { "Idempotency-Replayed": "true" } : undefined;
      const { failureCode } = outcome.transaction;
      if (failureCode)
        throw new ApiError(failureCode, { transaction, ...(headers && { headers }) });
      return c.json(transaction, 201, headers);
    }
    case "previewed":
      return previewed(c, outcome.transaction);
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

function previewed(c: Context<AppEnv>, transaction: UnpostedTransaction) {
  const preview = transactionPreview(transaction);
  const { failureCode } = transaction;
  if (failureCode) throw new ApiError(failureCode, { preview, headers: PREVIEWED });
  return c.json(preview, 200, PREVIEWED);
}

function refusalOf({
  code,
  retryAfterSeconds,
}: Extract<MoneyOutcome, { readonly kind: "refused" }>): ApiError {
  if (retryAfterSeconds === undefined) return new ApiError(code);
  return new ApiError(code, { headers: { "Retry-After": String(retryAfterSeconds) } });
}
