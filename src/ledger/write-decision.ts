// The last statement of a batch: everything that was decided, written at once, or not at all.
import { sql } from "drizzle-orm";
import type { Idempotency, MoneyCommand } from "../domain/command.ts";
import { newId, type TransactionId } from "../domain/ids.ts";
import type { Transaction } from "../domain/transaction.ts";
import type { Decision } from "./decide.ts";
import { prepareStatement } from "./prepared-statement.ts";
import type { LedgerTransaction } from "./store.ts";

/** The name that the statement is prepared under; COMMIT leaves with it. */
export const WRITE_DECISION = "write_decision";

type Keyed = Idempotency & { readonly transaction: Transaction };

const instant = (ms: number): string => new Date(ms).toISOString();
const text = (value: bigint | null): string | null => value?.toString() ?? null;

function keysOf(commands: readonly MoneyCommand[], recorded: readonly Transaction[]): Keyed[] {
  const byId = new Map<TransactionId, MoneyCommand>();
  for (const command of commands) byId.set(command.transactionId, command);
  return recorded.flatMap((transaction) => {
    const idempotency = byId.get(transaction.id)?.idempotency;
    return idempotency ? [{ ...idempotency, transaction }] : [];
  });
}

const of = (name: string) => sql.placeholder(name);

const statement = prepareStatement<never>(
  WRITE_DECISION,
  sql`
    WITH recorded AS (
      INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
        reference, note, failure_code, actor_id, created_at)
      SELECT * FROM unnest(
        ${of("ids")}::uuid[],
        ${of("types")}::text[],
        ${of("statuses")}::text[],
        ${of("amounts")}::bigint[],
        ${of("currencies")}::text[],
        ${of("from_wallet_ids")}::uuid[],
        ${of("to_wallet_ids")}::uuid[],
        ${of("references")}::text[],
        ${of("notes")}::text[],
        ${of("failure_codes")}::text[],
        ${of("actor_ids")}::uuid[],
        ${of("times")}::timestamptz[])
    ), written AS (
      INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq)
      SELECT * FROM unnest(
        ${of("entry_transaction_ids")}::uuid[],
        ${of("entry_wallet_ids")}::uuid[],
        ${of("entry_currencies")}::text[],
        ${of("entry_amounts")}::bigint[],
        ${of("entry_balances")}::bigint[],
        ${of("entry_seqs")}::bigint[])
    ), keyed AS (
      INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
      SELECT u.user_id, u.key, decode(u.fingerprint, 'hex'), u.transaction_id, u.created_at
      FROM unnest(
        ${of("key_user_ids")}::uuid[],
        ${of("keys")}::text[],
        ${of("fingerprints")}::text[],
        ${of("key_transaction_ids")}::uuid[],
        ${of("key_times")}::timestamptz[]
      ) AS u (user_id, key, fingerprint, transaction_id, created_at)
    ), audited AS (
      INSERT INTO audit_events (id, type, user_id, wallet_id, created_at)
      SELECT u.id, 'ownership_refused', u.user_id, u.wallet_id, ${of("now")}::timestamptz
      FROM unnest(
        ${of("event_ids")}::uuid[],
        ${of("event_user_ids")}::uuid[],
        ${of("event_wallet_ids")}::uuid[]
      ) AS u (id, user_id, wallet_id)
    ), changed AS (
      UPDATE wallets w SET balance = u.balance, seq = u.seq
      FROM unnest(
        ${of("wallet_ids")}::uuid[],
        ${of("balances")}::bigint[],
        ${of("seqs")}::bigint[]
      ) AS u (id, balance, seq)
      WHERE w.id = u.id AND w.seq < u.seq
      RETURNING w.id
    )
    SELECT 1 / (count(*) = ${of("changes")}::int)::int AS all_changed FROM changed`,
);

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
  await statement(tx, {
    ids: recorded.map((t) => t.id),
    types: recorded.map((t) => t.type),
    statuses: recorded.map((t) => t.status),
    amounts: recorded.map((t) => text(t.amountMinor)),
    currencies: recorded.map((t) => t.currency),
    from_wallet_ids: recorded.map((t) => t.fromWalletId),
    to_wallet_ids: recorded.map((t) => t.toWalletId),
    references: recorded.map((t) => t.reference),
    notes: recorded.map((t) => t.note),
    failure_codes: recorded.map((t) => t.failureCode),
    actor_ids: recorded.map((t) => t.actorId),
    times: recorded.map((t) => instant(t.createdAtMs)),
    entry_transaction_ids: entries.map((e) => e.transactionId),
    entry_wallet_ids: entries.map((e) => e.walletId),
    entry_currencies: entries.map((e) => e.currency),
    entry_amounts: entries.map((e) => text(e.amountMinor)),
    entry_balances: entries.map((e) => text(e.balanceAfterMinor)),
    entry_seqs: entries.map((e) => text(e.seq)),
    key_user_ids: keyed.map((k) => k.transaction.actorId),
    keys: keyed.map((k) => k.key),
    fingerprints: keyed.map((k) => k.fingerprint),
    key_transaction_ids: keyed.map((k) => k.transaction.id),
    key_times: keyed.map((k) => instant(k.transaction.createdAtMs)),
    now: instant(nowMs),
    event_ids: trespasses.map(() => newId("aud", nowMs)),
    event_user_ids: trespasses.map((t) => t.actorId),
    event_wallet_ids: trespasses.map((t) => t.walletId),
    wallet_ids: wallets.map((w) => w.id),
    balances: wallets.map((w) => text(w.balanceMinor)),
    seqs: wallets.map((w) => text(w.seq)),
    changes: wallets.length,
  });
}
