import type { Context } from "hono";
import type { z } from "zod";
import { EXCEEDED_LIMIT, failed } from "../contract/examples.ts";
import { exceededLimit } from "../contract/limits.ts";
import {
  type TransactionBody,
  TransactionPreview,
  transactionBody,
  transactionPreview,
} from "../contract/transactions.ts";
import type { MoneyOutcome } from "../domain/command.ts";
import type { LimitBreach } from "../domain/limit.ts";
import { FAILURE_CODES } from "../domain/refusal.ts";
import type { AppEnv } from "./app-env.ts";
import { PREVIEWED } from "./dry-run.ts";
import { ApiError, type ProblemMembers } from "./problem.ts";
import type { ProblemExamples } from "./problem-answers.ts";
import { jsonAnswer } from "./routing.ts";

/** The examples of recorded refusals: each problem has the failed transaction. */
export function recordedRefusals(transaction: TransactionBody): ProblemExamples {
  return Object.fromEntries(
    FAILURE_CODES.map((code) => [
      code,
      {
        transaction: failed(transaction, code),
        ...(code === "limit_exceeded" && { exceeded_limit: EXCEEDED_LIMIT }),
      },
    ]),
  );
}

/** The preview of a transaction, for examples. */
export function previewOf({
  id,
  reference,
  created_at,
  posted_at,
  ...preview
}: TransactionBody): z.infer<typeof TransactionPreview> {
  return preview;
}

/** The 200 of a money route: what a dry run would have recorded. */
export function previewAnswer(transaction: TransactionBody) {
  return jsonAnswer(
    "A dry run: what would have been recorded.",
    TransactionPreview,
    { preview: previewOf(transaction) },
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
      const { failureCode, limitBreach } = outcome.transaction;
      if (failureCode) {
        const extras = { transaction, members, ...(headers && { headers }) };
        const more = { ...exceededOf(limitBreach), ...currenciesOf(outcome) };
        throw new ApiError(failureCode, { ...extras, ...more });
      }
      return c.json({ ...transaction, ...(members as Members) }, 201, headers);
    }
    case "previewed":
      return previewed(c, outcome, members);
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

const exceededOf = (breach: LimitBreach | undefined) =>
  breach && { exceededLimit: exceededLimit(breach) };

type Previewed = Extract<MoneyOutcome, { readonly kind: "previewed" }>;

const OTHER_CURRENCIES =
  "They have no wallet in this currency, and can be paid in those of `currencies`.";

/** The other currencies in which a refused recipient can be paid, if they are known. */
function currenciesOf({ recipientCurrencies: currencies }: Pick<Previewed, "recipientCurrencies">) {
  return currencies ? { currencies, detail: OTHER_CURRENCIES } : {};
}

function previewed<Members extends ProblemMembers>(
  c: Context<AppEnv>,
  outcome: Previewed,
  members?: Members,
) {
  const { transaction } = outcome;
  const preview = transactionPreview(transaction);
  const { failureCode, limitBreach } = transaction;
  if (failureCode) {
    const extras = { preview, members, ...exceededOf(limitBreach), headers: PREVIEWED };
    throw new ApiError(failureCode, { ...extras, ...currenciesOf(outcome) });
  }
  return c.json({ ...preview, ...(members as Members) }, 200, PREVIEWED);
}

function refusalOf({
  code,
  retryAfterSeconds,
}: Extract<MoneyOutcome, { readonly kind: "refused" }>): ApiError {
  if (retryAfterSeconds === undefined) return new ApiError(code);
  return new ApiError(code, { headers: { "Retry-After": String(retryAfterSeconds) } });
}
