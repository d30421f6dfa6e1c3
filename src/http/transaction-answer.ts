import type { Context } from "hono";
import { transactionBody } from "../contract/transactions.ts";
import type { MoneyOutcome } from "../domain/command.ts";
import type { AppEnv } from "./app-env.ts";
import { ApiError, type ErrorCode } from "./problem.ts";

/** What every route that moves money may answer besides its own. */
export const MONEY_PROBLEMS = [
  "invalid_amount",
  "wallet_not_found",
  "wallet_frozen",
  "wallet_closed",
  "currency_mismatch",
  "balance_limit_exceeded",
  "idempotency_key_reused",
  "outcome_unknown",
] as const satisfies ErrorCode[];

/** Answers a command: 201 with its transaction, or the problem that says what became of it. */
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
    case "refused":
      throw new ApiError(outcome.code);
    case "busy":
      throw new ApiError("service_busy");
    case "unknown":
      throw new ApiError("outcome_unknown");
    case "faulty":
      throw new Error(`the books refused a command: ${outcome.fault}`);
  }
}
