// What was answered before, read back from the books: history cannot change, so neither can the answer.
import { sql } from "drizzle-orm";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { FailureCode } from "../domain/refusal.ts";
import type { Transaction, TransactionStatus, TransactionType } from "../domain/transaction.ts";
import { arrayParameter } from "./array-parameter.ts";
import type { LedgerTransaction } from "./store.ts";

interface ReplayRow extends Record<string, unknown> {
  id: TransactionId;
  type: TransactionType;
  status: TransactionStatus;
  amount: string;
  currency: string;
  from_wallet_id: WalletId | null;
  to_wallet_id: WalletId | null;
  reference: string;
  note: string | null;
  failure_code: FailureCode | null;
  actor_id: UserId;
  created_at_ms: string;
  /** Legs on the actor's own wallets: wallet, amount, balance after, seq, all as text. */
  legs: [WalletId, string, string, string][];
}

/** The transactions with these ids, each with the legs that its actor may see. */
export async function loadReplays(
  tx: LedgerTransaction,
  ids: readonly TransactionId[],
): Promise<Transaction[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<ReplayRow>(sql`
    SELECT t.id, t.type, t.status, t.amount::text, t.currency, t.from_wallet_id, t.to_wallet_id,
      t.reference, t.note, t.failure_code, t.actor_id,
      (extract(epoch FROM t.created_at) * 1000)::bigint::text AS created_at_ms,
      coalesce((
        SELECT jsonb_agg(jsonb_build_array(e.wallet_id, e.amount::text, e.balance_after::text,
          e.seq::text) ORDER BY e.amount)
        FROM entries e JOIN wallets w ON w.id = e.wallet_id
        WHERE e.transaction_id = t.id AND w.owner_id = t.actor_id), '[]') AS legs
    FROM transactions t WHERE t.id = ANY(${arrayParameter(ids)}::uuid[])`);
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    status: row.status,
    amountMinor: BigInt(row.amount),
    currency: row.currency,
    fromWalletId: row.from_wallet_id,
    toWalletId: row.to_wallet_id,
    reference: row.reference,
    note: row.note,
    failureCode: row.failure_code,
    actorId: row.actor_id,
    createdAtMs: Number(row.created_at_ms),
    legs: row.legs.map(([walletId, amount, balanceAfter, seq]) => ({
      walletId,
      amountMinor: BigInt(amount),
      balanceAfterMinor: BigInt(balanceAfter),
      seq: BigInt(seq),
    })),
  }));
}
