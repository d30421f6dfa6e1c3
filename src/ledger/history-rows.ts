// The columns that reads of history select, their row types, and the conversion of a row to a
// domain object.
import { type SQL, sql } from "drizzle-orm";
import { rfc3339 } from "../db/instant.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { HistoryEntry } from "../domain/history.ts";
import type {
  FundingId,
  HoldId,
  MoneyProposalId,
  QuoteId,
  TransactionId,
  UserId,
  WalletId,
} from "../domain/ids.ts";
import { type MicrosText, unixMs } from "../domain/instant.ts";
import type { LimitBreach } from "../domain/limit.ts";
import type { FailureCode } from "../domain/refusal.ts";
import type {
  Links,
  Transaction,
  TransactionStatus,
  TransactionType,
} from "../domain/transaction.ts";
import { type CounterpartyRow, counterpartyOfRow } from "./counterparty-columns.ts";
import { type ReceiptColumns, receiptOfColumns, receiptOfTransaction } from "./quote-columns.ts";

// A failed transaction does not show a wallet of another user. Records of earlier releases have
// one.
const shownToWalletId = sql`CASE WHEN t.status = 'success' THEN t.to_wallet_id ELSE (
    SELECT w.id FROM wallets w WHERE w.id = t.to_wallet_id AND w.owner_id = t.actor_id
  ) END AS to_wallet_id`;

// Minor units are selected as text: a JSON number would round them above 2^53.
export const transactionColumns = sql`t.id, t.type, t.status, t.amount::text, t.currency, t.from_wallet_id,
  ${shownToWalletId}, t.reference, t.note, t.failure_code, t.actor_id,
  (extract(epoch FROM t.created_at) * 1000)::bigint::text AS created_at_ms,
  ${rfc3339(sql`t.posted_at`)} AS posted_at, legs.legs,
  t.quote_id, t.hold_id, t.original_id, t.funding_id, t.proposal_id, t.limit_breach,
  ${receiptOfTransaction}`;

/** Joins the legs of transaction `t` on the wallets whose ids the query `wallets` returns. */
export const joinLegs = (wallets: SQL) => sql`
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_array(e.wallet_id, e.currency, e.amount::text,
      e.balance_after::text, e.seq::text) ORDER BY e.amount), '[]') AS legs
    FROM (${wallets}) AS shown JOIN entries e
      ON e.wallet_id = shown.id AND e.posted_at = t.posted_at AND e.transaction_id = t.id
  ) AS legs`;

/** Joins the legs of transaction `t` on wallets of the viewer, which the CTE `own` contains. */
export const joinOwnLegs = joinLegs(
  sql`SELECT id FROM own WHERE id IN (t.from_wallet_id, t.to_wallet_id)`,
);

/** The query of the CTE `own`: the wallets of the viewer. */
export function ownWallets(viewer: UserId | SQL): SQL {
  return sql`SELECT id FROM wallets WHERE owner_id = ${viewer}`;
}

/**
 * A row of transactionColumns. Minor units and seq are text: a JSON number would round them above
 * 2^53.
 */
export interface TransactionRow extends Record<string, unknown> {
  id: TransactionId;
  type: TransactionType;
  status: TransactionStatus;
  amount: string;
  currency: CurrencyCode;
  from_wallet_id: WalletId | null;
  to_wallet_id: WalletId | null;
  reference: string;
  note: string | null;
  failure_code: FailureCode | null;
  actor_id: UserId;
  created_at_ms: string;
  posted_at: MicrosText;
  /** Wallet, currency, amount, balance after, seq. */
  legs: [WalletId, CurrencyCode, string, string, string][];
  quote_id: QuoteId | null;
  hold_id: HoldId | null;
  original_id: TransactionId | null;
  funding_id: FundingId | null;
  proposal_id: MoneyProposalId | null;
  limit_breach: LimitBreach | null;
  exchange: ReceiptColumns | null;
}

/** A row of transactionColumns with the counterparty of the viewer. */
export interface SeenTransactionRow extends TransactionRow, CounterpartyRow {}

export interface HistoryEntryRow extends CounterpartyRow {
  transaction_id: TransactionId;
  type: TransactionType;
  reference: string;
  note: string | null;
  currency: CurrencyCode;
  amount: string;
  balance_after: string;
  seq: string;
  counter_wallet_id: WalletId | null;
  posted_at: MicrosText;
}

/**
 * The failure code as its actor may read it. Records of earlier releases tell that the recipient's
 * wallet was frozen, closed or full.
 */
function shownFailureCode({
  failure_code: code,
  type,
  to_wallet_id: toWalletId,
}: Pick<TransactionRow, "failure_code" | "type" | "to_wallet_id">): FailureCode | null {
  const isFullRecipient =
    code === "balance_limit_exceeded" && type === "TRANSFER" && toWalletId === null;
  return code === "recipient_unavailable" || isFullRecipient ? "recipient_not_found" : code;
}

/** The links that the row has, without those that are null. */
function linksOf(row: TransactionRow): Links {
  return {
    ...(row.quote_id && { quoteId: row.quote_id }),
    ...(row.hold_id && { holdId: row.hold_id }),
    ...(row.original_id && { originalId: row.original_id }),
    ...(row.funding_id && { fundingId: row.funding_id }),
    ...(row.proposal_id && { proposalId: row.proposal_id }),
  };
}

export function transactionOf(row: TransactionRow): Transaction {
  return {
    id: row.id,
    type: row.type,
    status: row.status,
    amountMinor: BigInt(row.amount),
    currency: row.currency,
    fromWalletId: row.from_wallet_id,
    toWalletId: row.to_wallet_id,
    reference: row.reference,
    note: row.note,
    failureCode: shownFailureCode(row),
    actorId: row.actor_id,
    createdAtMs: unixMs(Number(row.created_at_ms)),
    postedAt: row.posted_at,
    links: linksOf(row),
    ...(row.limit_breach && { limitBreach: row.limit_breach }),
    ...(row.exchange && { exchange: receiptOfColumns(row.exchange) }),
    legs: row.legs.map(([walletId, currency, amount, balanceAfter, seq]) => ({
      walletId,
      currency,
      amountMinor: BigInt(amount),
      balanceAfterMinor: BigInt(balanceAfter),
      seq: BigInt(seq),
    })),
  };
}

/** A transaction as one of its parties sees it: with the other one. */
export function seenTransactionOf(row: SeenTransactionRow): Transaction {
  return { ...transactionOf(row), counterparty: counterpartyOfRow(row) };
}

export function historyEntryOf(row: HistoryEntryRow): HistoryEntry {
  return {
    transactionId: row.transaction_id,
    type: row.type,
    reference: row.reference,
    note: row.note,
    currency: row.currency,
    amountMinor: BigInt(row.amount),
    balanceAfterMinor: BigInt(row.balance_after),
    seq: BigInt(row.seq),
    counterWalletId: row.counter_wallet_id,
    counterparty: counterpartyOfRow(row),
    postedAt: row.posted_at,
  };
}
