import type { Context } from "hono";
import { failed } from "../contract/examples.ts";
import { type TransactionBody, transactionBody } from "../contract/transactions.ts";
import type { MoneyOutcome } from "../domain/command.ts";
import { FAILURE_CODES } from "../domain/refusal.ts";
import type { AppEnv } from "./app-env.ts";
import { ApiError, type ProblemMembers } from "./problem.ts";
import type { ProblemExamples } from "./problem-answers.ts";

/** The examples of recorded refusals: each problem has the failed transaction. */
export function recordedRefusals(transaction: TransactionBody): ProblemExamples {
  return Object.fromEntries(
    FAILURE_CODES.map((code) => [code, { transaction: failed(transaction, code) }]),
  );
}

/**
 * Answers a command: 201 with its transaction, or the problem that refused it. `members` stand
 * beside the transaction, in a problem that has one, too.
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
      throw new Error("a dry run that nobody asked for");
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

function refusalOf({
  code,
  retryAfterSeconds,
}: Extract<MoneyOutcome, { readonly kind: "refused" }>): ApiError {
  if (retryAfterSeconds === undefined) return new ApiError(code);
  return new ApiError(code, { headers: { "Retry-After": String(retryAfterSeconds) } });
}
