// The last statement of a batch: everything that was decided, written at once, or not at all.
import { sql } from "drizzle-orm";
import type { Idempotency, MoneyCommand } from "../domain/command.ts";
import { newId, type TransactionId } from "../domain/ids.ts";
import type { Transaction } from "../domain/transaction.ts";
import { arrayParameter } from "./array-parameter.ts";
import type { Decision } from "./decide.ts";
import { executePrepared } from "./execute-prepared.ts";
import type { LedgerTransaction } from "./store.ts";

/** The name that the statement is prepared under; COMMIT leaves with it. */
export const WRITE_DECISION = "write_decision";

type Keyed = Idempotency & { readonly transaction: Transaction };

const instant = (ms: number): string => new Date(ms).toISOString();

function keysOf(commands: readonly MoneyCommand[], recorded: readonly Transaction[]): Keyed[] {
  const byId = new Map<TransactionId, MoneyCommand>();
  for (const command of commands) byId.set(command.transactionId, command);
  return recorded.flatMap((transaction) => {
    const idempotency = byId.get(transaction.id)?.idempotency;
    return idempotency ? [{ ...idempotency, transaction }] : [];
  });
}

/**
 * Writes a decision. The locks are held, so a wallet whose seq moved under them is a fault, and so is
 * a change that finds no row: when not all changes were made the statement divides by zero, and so
 * nothing of it is written and COMMIT is skipped.
 */
export async function writeDecision(
  tx: LedgerTransaction,
  commands: readonly MoneyCommand[],
  decision: Decision,
  nowMs: number,
): Promise<void> {
  const { entries, wallets, trespasses } = decision;
  const recorded = decision.verdicts.flatMap((v) => (v.kind === "recorded" ? [v.transaction] : []));
  if (recorded.length + trespasses.length === 0) return;
  const keyed = keysOf(commands, recorded);
  const text = (values: readonly (bigint | null)[]) =>
    arrayParameter(values.map((value) => value?.toString() ?? null));

  await executePrepared(
    tx,
    WRITE_DECISION,
    sql`
    WITH recorded AS (
      INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
        reference, note, failure_code, actor_id, created_at)
      SELECT * FROM unnest(
        ${arrayParameter(recorded.map((t) => t.id))}::uuid[],
        ${arrayParameter(recorded.map((t) => t.type))}::text[],
        ${arrayParameter(recorded.map((t) => t.status))}::text[],
        ${text(recorded.map((t) => t.amountMinor))}::bigint[],
        ${arrayParameter(recorded.map((t) => t.currency))}::text[],
        ${arrayParameter(recorded.map((t) => t.fromWalletId))}::uuid[],
        ${arrayParameter(recorded.map((t) => t.toWalletId))}::uuid[],
        ${arrayParameter(recorded.map((t) => t.reference))}::text[],
        ${arrayParameter(recorded.map((t) => t.note))}::text[],
        ${arrayParameter(recorded.map((t) => t.failureCode))}::text[],
        ${arrayParameter(recorded.map((t) => t.actorId))}::uuid[],
        ${arrayParameter(recorded.map((t) => instant(t.createdAtMs)))}::timestamptz[])
    ), written AS (
      INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq)
      SELECT * FROM unnest(
        ${arrayParameter(entries.map((e) => e.transactionId))}::uuid[],
        ${arrayParameter(entries.map((e) => e.walletId))}::uuid[],
        ${arrayParameter(entries.map((e) => e.currency))}::text[],
        ${text(entries.map((e) => e.amountMinor))}::bigint[],
        ${text(entries.map((e) => e.balanceAfterMinor))}::bigint[],
        ${text(entries.map((e) => e.seq))}::bigint[])
    ), keyed AS (
      INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
      SELECT u.user_id, u.key, decode(u.fingerprint, 'hex'), u.transaction_id, u.created_at
      FROM unnest(
        ${arrayParameter(keyed.map((k) => k.transaction.actorId))}::uuid[],
        ${arrayParameter(keyed.map((k) => k.key))}::text[],
        ${arrayParameter(keyed.map((k) => k.fingerprint))}::text[],
        ${arrayParameter(keyed.map((k) => k.transaction.id))}::uuid[],
        ${arrayParameter(keyed.map((k) => instant(k.transaction.createdAtMs)))}::timestamptz[]
      ) AS u (user_id, key, fingerprint, transaction_id, created_at)
    ), audited AS (
      INSERT INTO audit_events (id, type, user_id, wallet_id, created_at)
      SELECT u.id, 'ownership_refused', u.user_id, u.wallet_id, ${instant(nowMs)}::timestamptz
      FROM unnest(
        ${arrayParameter(trespasses.map(() => newId("aud", nowMs)))}::uuid[],
        ${arrayParameter(trespasses.map((t) => t.actorId))}::uuid[],
        ${arrayParameter(trespasses.map((t) => t.walletId))}::uuid[]
      ) AS u (id, user_id, wallet_id)
    ), changed AS (
      UPDATE wallets w SET balance = u.balance, seq = u.seq
      FROM unnest(
        ${arrayParameter(wallets.map((w) => w.id))}::uuid[],
        ${text(wallets.map((w) => w.balanceMinor))}::bigint[],
        ${text(wallets.map((w) => w.seq))}::bigint[]
      ) AS u (id, balance, seq)
      WHERE w.id = u.id AND w.seq < u.seq
      RETURNING w.id
    )
    SELECT 1 / (count(*) = ${wallets.length}::int)::int AS all_changed FROM changed`,
  );
}
