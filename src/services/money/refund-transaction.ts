import type { MoneyOutcome } from "../../domain/command.ts";
import { currencyOf } from "../../domain/currency.ts";
import type { TransactionId, WalletId } from "../../domain/ids.ts";
import type { MicrosText } from "../../domain/instant.ts";
import { parseAmount } from "../../domain/money.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type RefundTotal, refundableMinor } from "../../domain/refund.ts";
import {
  type OriginalRow,
  selectOriginal,
  selectRefundedUntil,
} from "../../ledger/refund-reads.ts";
import { moneyCommand, submitMoney } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";

export interface RefundRequest {
  readonly originalId: TransactionId;
  /** In major units of the currency that the caller got; null: all that is left. */
  readonly amount: string | null;
  readonly note: string | null;
  readonly idempotencyKey: string | null;
  readonly isDryRun: boolean;
}

/** The outcome, and what was given back of the original when it was committed. */
export interface RefundOutcome {
  readonly outcome: MoneyOutcome;
  readonly total: RefundTotal;
}

/**
 * Gives back a payment that the caller received, or part of it. The wallets are those of the
 * payment, which cannot change; how much is left is decided in the ledger. Sent through the object
 * of the caller's wallet, which is debited.
 */
export async function refundTransaction(
  ctx: ServiceContext,
  caller: Caller,
  request: RefundRequest,
): Promise<
  Outcome<
    RefundOutcome,
    "session_ended" | "transaction_not_found" | "not_refundable" | "invalid_amount"
  >
> {
  const original = await findOriginal(ctx, caller, request.originalId);
  if (!original.ok) return original;
  const { currency, toWalletId, payeeWalletId, amountMinor: paidMinor } = original.value;
  const { amount, note, idempotencyKey, isDryRun, originalId } = request;
  const isAll = amount === null;
  // A refund of all when nothing is left names the whole payment, and is refused.
  const allMinor = refundableMinor(original.value) || paidMinor;
  const amountMinor = isAll ? allMinor : parseAmount(amount, currencyOf(currency).exponent);
  if (amountMinor === null) return refuse("invalid_amount");
  const command = moneyCommand(ctx, caller, {
    type: "REFUND",
    amountMinor,
    currency,
    from: { by: "id", walletId: toWalletId },
    to: { by: "id", walletId: payeeWalletId },
    links: { originalId },
    terms: { kind: "refund", isAll },
    note,
    idempotencyKey,
    isDryRun,
  });
  const outcome = await submitMoney(ctx, command, toWalletId);
  return done({ outcome, total: await totalAfter(ctx, original.value, outcome) });
}

interface Original extends RefundTotal {
  readonly id: TransactionId;
  readonly toWalletId: WalletId;
  readonly payeeWalletId: WalletId;
}

async function findOriginal(
  ctx: ServiceContext,
  caller: Caller,
  id: TransactionId,
): Promise<Outcome<Original, "session_ended" | "transaction_not_found" | "not_refundable">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<OriginalRow>(selectOriginal(caller.userId, id)),
  ]);
  if (!read.ok) return read;
  const row = read.value[0].rows[0];
  return row ? originalOf(row) : refuse("transaction_not_found");
}

function originalOf(row: OriginalRow): Outcome<Original, "not_refundable"> {
  const { id, is_refundable, currency, to_wallet_id: toWalletId, amount, refunded } = row;
  const { payee_wallet_id: payeeWalletId } = row;
  if (!is_refundable || !currency || !toWalletId || !payeeWalletId || !amount) {
    return refuse("not_refundable");
  }
  const [amountMinor, refundedMinor] = [BigInt(amount), BigInt(refunded)];
  return done({ id, currency, toWalletId, payeeWalletId, amountMinor, refundedMinor });
}

/** Counted from history, so that a repeated request gets the first answer. */
async function totalAfter(
  ctx: ServiceContext,
  original: Original,
  outcome: MoneyOutcome,
): Promise<RefundTotal> {
  if (outcome.kind !== "recorded" && outcome.kind !== "previewed") return original;
  const { id, currency, amountMinor } = original;
  const until = outcome.kind === "recorded" ? outcome.transaction.postedAt : null;
  const refundedMinor = await refundedUntil(ctx, id, until);
  const isPreview = outcome.kind === "previewed" && outcome.transaction.status === "success";
  const addedMinor = isPreview ? outcome.transaction.amountMinor : 0n;
  return { currency, amountMinor, refundedMinor: refundedMinor + addedMinor };
}

async function refundedUntil(
  { db }: Pick<ServiceContext, "db">,
  id: TransactionId,
  until: MicrosText | null,
): Promise<bigint> {
  const { rows } = await db.execute<{ refunded: string }>(selectRefundedUntil(id, until));
  return BigInt(rows[0]?.refunded ?? "0");
}
