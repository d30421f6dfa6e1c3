import { z } from "zod";
import { DEPOSIT_TTL_HOURS, PAYOUT_TIMEOUT_HOURS } from "../domain/bounds.ts";
import { currencyOf } from "../domain/currency.ts";
import {
  DEPOSIT_STATUSES,
  type Deposit,
  FUNDING_FAILURES,
  type FundingFields,
  type FundingPosition,
  WITHDRAWAL_STATUSES,
  type Withdrawal,
} from "../domain/funding.ts";
import { fromWireId, toWireId } from "../domain/ids.ts";
import { formatAmount } from "../domain/money.ts";
import type { Page } from "../domain/page.ts";
import { FAILURE_CODES } from "../domain/refusal.ts";
import { exampleId, idText, wireId } from "./ids.ts";
import { microsOfText } from "./instant.ts";
import { type ListScope, pagedList } from "./page.ts";

/** The path parameter of `/v1/deposits/{id}`. */
export const DepositIdParam = z.object({ id: wireId("dpi", "A deposit.") });
/** The path parameter of `/v1/withdrawals/{id}`. */
export const WithdrawalIdParam = z.object({ id: wireId("pay", "A withdrawal.") });

const time = (description: string, example: string) =>
  z.iso
    .datetime()
    .nullable()
    .meta({ description, examples: [example] });

const fields = {
  amount: z.string().meta({ examples: ["2500.00"] }),
  currency: z.string().meta({ examples: ["YEM"] }),
  wallet_id: idText("wal", "The wallet."),
  failure_code: z
    .enum([...new Set([...FAILURE_CODES, ...FUNDING_FAILURES])])
    .nullable()
    .meta({ description: "Why it failed. Null unless it has failed." }),
  created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
  completed_at: time("When it reached its final status.", "2026-11-23T10:05:00.000Z"),
  transaction_id: idText("txn", "The transaction that moved the money; null before.").nullable(),
};

export const DepositBody = z
  .object({
    id: idText("dpi", "The deposit."),
    status: z.enum(DEPOSIT_STATUSES).meta({
      description: "`pending` until the provider has the money. All others are final.",
    }),
    ...fields,
    reference: z.string().meta({
      description: "The payer names it to the provider.",
      examples: ["FND-261123-2M8N-4QXT-7A1B"],
    }),
    instructions: z
      .string()
      .nullable()
      .meta({
        description: "What the payer must do. Null when nothing is left to do.",
        examples: ["Pay the amount at the provider, and name the reference."],
      }),
    expires_at: time(
      `The deposit is not credited from then on: ${DEPOSIT_TTL_HOURS} hours after it was made.`,
      "2026-11-24T09:30:00.000Z",
    ),
  })
  .meta({ id: "Deposit", description: "Money that is paid in through the provider." });

export const WithdrawalBody = z
  .object({
    id: idText("pay", "The withdrawal."),
    status: z.enum(WITHDRAWAL_STATUSES).meta({
      description:
        "`pending` and `sent`: the money is held, in `sent` the provider has accepted the payout. All others are final.",
    }),
    ...fields,
    reference: z.string().meta({
      description: "The provider names it in its events.",
      examples: ["PAY-261123-5H2K-8RVW-3C6D"],
    }),
    expires_at: time(
      `Without an event of the provider the money is free again from then on: ${PAYOUT_TIMEOUT_HOURS} hours after it was made.`,
      "2026-11-26T09:30:00.000Z",
    ),
  })
  .meta({ id: "Withdrawal", description: "Money that the provider pays out." });

// Version 2: a cursor's tag covers its position.
/** Reads a position: a time in microseconds, or an identifier with this prefix. */
const positions = (name: string, prefix: "dpi" | "pay") =>
  pagedList<FundingPosition>({
    name,
    version: 2,
    read: (text) => microsOfText(text) ?? fromWireId(prefix, text),
    write: (position) =>
      typeof position === "bigint" ? String(position) : toWireId<"dpi" | "pay">(prefix, position),
    example: exampleId(prefix),
  });

const deposits = positions("deposits", "dpi");
const withdrawals = positions("withdrawals", "pay");

export const DepositsQuery = z.strictObject(deposits.fields);
export const WithdrawalsQuery = z.strictObject(withdrawals.fields);
export const DepositsPage = deposits.schema(DepositBody, "DepositsPage");
export const WithdrawalsPage = withdrawals.schema(WithdrawalBody, "WithdrawalsPage");

function fieldsOf(one: FundingFields & { readonly failureCode: string | null }) {
  const code = DepositBody.shape.failure_code.parse(one.failureCode);
  return {
    amount: formatAmount(one.amountMinor, currencyOf(one.currency).exponent),
    currency: one.currency,
    wallet_id: toWireId("wal", one.walletId),
    failure_code: code,
    created_at: one.createdAt.toISOString(),
    completed_at: one.completedAt?.toISOString() ?? null,
    transaction_id: one.transactionId && toWireId("txn", one.transactionId),
    reference: one.reference,
    expires_at: one.expiresAt?.toISOString() ?? null,
  };
}

/** The wire form of a deposit; `instructions` are the deployment's own. */
export function depositBody(deposit: Deposit, instructions: string): z.infer<typeof DepositBody> {
  return {
    id: toWireId("dpi", deposit.id),
    status: deposit.status,
    ...fieldsOf(deposit),
    instructions: deposit.status === "pending" ? instructions : null,
  };
}

/** The wire form of a withdrawal. */
export function withdrawalBody(withdrawal: Withdrawal): z.infer<typeof WithdrawalBody> {
  return {
    id: toWireId("pay", withdrawal.id),
    status: withdrawal.status,
    ...fieldsOf(withdrawal),
  };
}

export function depositsPage(
  page: Page<Deposit, FundingPosition>,
  scope: ListScope,
  instructions: string,
) {
  return deposits.body(page, scope, (deposit) => depositBody(deposit, instructions));
}

export function withdrawalsPage(page: Page<Withdrawal, FundingPosition>, scope: ListScope) {
  return withdrawals.body(page, scope, withdrawalBody);
}
