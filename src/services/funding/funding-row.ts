import { type SQL, sql } from "drizzle-orm";
import { unixMsOf } from "../../db/instant.ts";
import type { CurrencyCode } from "../../domain/currency.ts";
import type { Deposit, FundingDirection, Withdrawal } from "../../domain/funding.ts";
import type { FundingId, TransactionId, UserId, WalletId } from "../../domain/ids.ts";

export interface FundingRow extends Record<string, unknown> {
  readonly id: FundingId;
  readonly user_id: UserId;
  readonly wallet_id: WalletId;
  readonly amount: string;
  readonly currency: CurrencyCode;
  readonly status: string;
  readonly reference: string;
  readonly failure_code: string | null;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
  readonly completed_at_ms: number | null;
  readonly transaction_id: TransactionId | null;
}

/**
 * The SQL expression of the status of deposit or withdrawal `f`: a pending deposit whose time has
 * passed is expired, even before the job sets its row.
 */
export const FUNDING_STATUS_NOW = sql`CASE WHEN f.direction = 'deposit' AND f.status = 'pending'
  AND f.expires_at <= now() THEN 'expired' ELSE f.status END`;

/** Deposits or withdrawals `f` for which the condition holds, newest first. */
export function selectFunding(direction: FundingDirection, condition: SQL): SQL {
  const type = direction === "deposit" ? "DEPOSIT" : "WITHDRAW";
  return sql`
    SELECT f.id, f.user_id, f.wallet_id, f.amount::text, f.currency, ${FUNDING_STATUS_NOW} AS status,
      f.reference, f.failure_code, ${unixMsOf(sql`f.created_at`)} AS created_at_ms,
      ${unixMsOf(sql`f.expires_at`)} AS expires_at_ms,
      ${unixMsOf(sql`CASE WHEN ${FUNDING_STATUS_NOW} = 'expired' THEN f.expires_at ELSE f.completed_at END`)} AS completed_at_ms,
      (SELECT t.id FROM transactions t WHERE t.funding_id = f.id AND t.type = ${type}
        AND t.type IN ('DEPOSIT', 'WITHDRAW') AND t.status = 'success') AS transaction_id
    FROM funding_intents f WHERE f.direction = ${direction} AND ${condition} ORDER BY f.id DESC`;
}

function fieldsOf(row: FundingRow) {
  return {
    userId: row.user_id,
    walletId: row.wallet_id,
    amountMinor: BigInt(row.amount),
    currency: row.currency,
    reference: row.reference,
    failureCode: row.failure_code,
    createdAt: new Date(Number(row.created_at_ms)),
    expiresAt: new Date(Number(row.expires_at_ms)),
    completedAt: row.completed_at_ms === null ? null : new Date(Number(row.completed_at_ms)),
    transactionId: row.transaction_id,
  };
}

export function depositOf(row: FundingRow): Deposit {
  const { id, status } = row;
  return { id, status, ...fieldsOf(row) } as Deposit;
}

export function withdrawalOf(row: FundingRow): Withdrawal {
  const { id, status } = row;
  return { id, status, ...fieldsOf(row) } as Withdrawal;
}
