// Reads of what was given back of a transaction.
import { type SQL, sql } from "drizzle-orm";
import type { CurrencyCode } from "../domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { MicrosText } from "../domain/instant.ts";
import { DEFAULT_MARKET } from "../domain/market.ts";
import { REFUNDABLE_TYPES, REVERSIBLE_TYPES, type RefundTotal } from "../domain/refund.ts";
import type { TransactionType } from "../domain/transaction.ts";

const listOf = (types: readonly TransactionType[]): SQL =>
  sql.raw(types.map((type) => `'${type}'`).join(", "));

// A closed wallet cannot be paid: then the payer's default wallet of the currency is, if there is
// one for money of the same market.
const PAYEE_WALLET = sql`CASE WHEN payer.status <> 'closed' THEN payer.id ELSE coalesce((
        SELECT d.id FROM wallets d
        WHERE d.owner_id = payer.owner_id AND d.currency = payer.currency AND d.is_default
          AND coalesce(d.market, ${DEFAULT_MARKET}) = coalesce(payer.market, ${DEFAULT_MARKET})
      ), payer.id) END`;

/** The original, its two wallets, the receiver's entry and what was given back. */
const FROM_ORIGINAL = sql`FROM transactions o
    LEFT JOIN wallets payer ON payer.id = o.from_wallet_id
    LEFT JOIN wallets receiver ON receiver.id = o.to_wallet_id
    LEFT JOIN entries e ON e.wallet_id = o.to_wallet_id AND e.posted_at = o.posted_at
      AND e.transaction_id = o.id
    LEFT JOIN refund_totals r ON r.original_id = o.id`;

/** What a refund needs to know of the original, as far as it cannot change. */
export interface OriginalRow extends Record<string, unknown> {
  id: TransactionId;
  /** Whether the viewer may refund it. */
  is_refundable: boolean;
  /** Of the receiver; null for a withdrawal, and a failed transfer to another user. */
  currency: CurrencyCode | null;
  to_wallet_id: WalletId | null;
  /** What the receiver got, in minor units; null if it failed. */
  amount: string | null;
  refunded: string;
  /** Where the refund goes: the wallet that paid or, if that is closed, the payer's default one. */
  payee_wallet_id: WalletId | null;
}

/**
 * One transaction that the viewer may see (as selectTransaction), as the original of a refund. No
 * row otherwise.
 */
export function selectOriginal(viewer: UserId, id: TransactionId): SQL {
  return sql`
    SELECT o.id, receiver.currency, o.to_wallet_id, e.amount::text,
      coalesce(r.refunded, 0)::text AS refunded,
      coalesce(o.status = 'success' AND o.type IN (${listOf(REFUNDABLE_TYPES)})
        AND receiver.owner_id = ${viewer} AND payer.owner_id <> ${viewer}, false) AS is_refundable,
      ${PAYEE_WALLET} AS payee_wallet_id
    ${FROM_ORIGINAL}
    WHERE o.id = ${id} AND (o.status = 'success' OR o.actor_id = ${viewer})
      AND (payer.owner_id = ${viewer} OR receiver.owner_id = ${viewer})`;
}

export interface ReversibleRow extends Record<string, unknown> {
  is_reversible: boolean;
  /** Who paid; null for a deposit. */
  payer_id: UserId | null;
  receiver_id: UserId | null;
  /** The wallet that received the money. */
  wallet_id: WalletId | null;
  currency: CurrencyCode | null;
  amount: string | null;
  refunded: string;
  /** Where it goes: the wallet that paid or, if that is closed, the payer's default one. */
  payee_wallet_id: WalletId | null;
  reference: string;
}

/** A transaction, as operators see it before they reverse it. */
export function selectReversible(id: TransactionId): SQL {
  return sql`
    SELECT o.status = 'success' AND o.type IN (${listOf(REVERSIBLE_TYPES)})
        AND payer.owner_id IS DISTINCT FROM receiver.owner_id AS is_reversible,
      payer.owner_id AS payer_id, receiver.owner_id AS receiver_id, receiver.id AS wallet_id,
      receiver.currency, e.amount::text, coalesce(r.refunded, 0)::text AS refunded,
      ${PAYEE_WALLET} AS payee_wallet_id, o.reference
    ${FROM_ORIGINAL} WHERE o.id = ${id}`;
}

/**
 * What was given back of a transaction when `until` was committed, as text in minor units; null:
 * until now.
 */
export function selectRefundedUntil(originalId: TransactionId, until: MicrosText | null): SQL {
  return sql`
    SELECT coalesce(sum(t.amount), 0)::text AS refunded FROM transactions t
    WHERE t.original_id = ${originalId} AND t.status = 'success'
      AND (${until}::timestamptz IS NULL OR t.posted_at <= ${until}::timestamptz)`;
}

export interface RefundsRow extends Record<string, unknown> {
  currency: CurrencyCode;
  amount: string;
  refunded: string;
  /** Whether its receiver may refund it. */
  is_refundable: boolean;
  ids: TransactionId[];
}

/** What was given back of a transaction, and by which transactions, the last committed first. */
export interface Refunds extends RefundTotal {
  readonly isRefundable: boolean;
  readonly ids: readonly TransactionId[];
}

/**
 * The refunds and reversals of one transaction, for its two parties, or for an operator (null). No
 * row for a transaction that cannot be given back, and for other viewers.
 */
export function selectRefunds(viewer: UserId | null, id: TransactionId): SQL {
  const isParty = sql`(payer.owner_id = ${viewer} OR receiver.owner_id = ${viewer})`;
  return sql`
    SELECT receiver.currency, e.amount::text, coalesce(r.refunded, 0)::text AS refunded,
      o.type IN (${listOf(REFUNDABLE_TYPES)}) AND payer.owner_id <> receiver.owner_id AS is_refundable,
      coalesce((SELECT json_agg(t.id ORDER BY t.posted_at DESC) FROM transactions t
        WHERE t.original_id = o.id AND t.status = 'success'), '[]') AS ids
    ${FROM_ORIGINAL}
    WHERE o.id = ${id} AND o.status = 'success' AND o.type IN (${listOf(REVERSIBLE_TYPES)})
      AND ${viewer === null ? sql`true` : isParty}`;
}

export function refundsOf(row: RefundsRow): Refunds {
  return {
    currency: row.currency,
    amountMinor: BigInt(row.amount),
    refundedMinor: BigInt(row.refunded),
    isRefundable: row.is_refundable ?? false,
    ids: row.ids,
  };
}
