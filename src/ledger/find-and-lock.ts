// The first statement of a batch: what does each command name, is its session live, was it asked before;
// and every wallet among it locked. Arrays go in by unnest, so that the planner knows their length.
import { type SQL, sql } from "drizzle-orm";
import type { MoneyCommand, WalletAddress } from "../domain/command.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import { arrayParameter } from "./array-parameter.ts";
import type { Case, LockedWallet } from "./decide.ts";
import { executePrepared } from "./execute-prepared.ts";
import type { LedgerTransaction } from "./store.ts";

const idOf = (side: WalletAddress | null): string | null =>
  side?.by === "id" ? side.walletId : null;
const phoneOf = (side: WalletAddress | null): string | null =>
  side?.by === "phone" ? side.phone : null;
const isDefault = (side: WalletAddress | null): boolean => side?.by === "default";
const counterOf = ({ from, to }: MoneyCommand): string | null =>
  from === null ? "cash_in" : to === null ? "cash_out" : null;

interface FoundRow {
  ordinal: number;
  is_session_live: boolean;
  counter_wallet_id: WalletId | null;
  prior_transaction_id: TransactionId | null;
  prior_fingerprint: string | null;
  from_wallet: WalletColumns | null;
  to_wallet: WalletColumns | null;
}

/** id, owner, currency, status, balance, held, seq: bigints as text, for JSON numbers would round them. */
type WalletColumns = [WalletId, UserId, string, WalletStatus, string, string, string];

const lockedWallet = (columns: WalletColumns): LockedWallet => ({
  id: columns[0],
  ownerId: columns[1],
  currency: columns[2],
  status: columns[3],
  balanceMinor: BigInt(columns[4]),
  heldMinor: BigInt(columns[5]),
  seq: BigInt(columns[6]),
});

/** Finds what each command names, and locks every wallet among it until the transaction ends. */
export async function findAndLock(
  tx: LedgerTransaction,
  commands: readonly MoneyCommand[],
): Promise<{ cases: Case[]; locked: Map<WalletId, LockedWallet> }> {
  const of = <T extends string | number | boolean | null>(value: (command: MoneyCommand) => T) =>
    arrayParameter(commands.map(value));
  const defaultWallet = (isDefaultColumn: SQL, phoneColumn: SQL): SQL => sql`(
    SELECT w.id FROM wallets w
    WHERE w.owner_id = CASE WHEN ${isDefaultColumn} THEN c.actor_id
        ELSE (SELECT u.id FROM users u WHERE u.phone = ${phoneColumn}) END
      AND w.currency = c.currency AND w.is_default)`;

  // Locks are taken in id order so that two opposite transfers cannot deadlock; NO KEY, so that the
  // foreign-key checks of other writers need not wait.
  const { rows } = await executePrepared<FoundRow>(
    tx,
    "find_and_lock",
    sql`
    WITH command AS (
      SELECT * FROM unnest(
        ${arrayParameter(commands.map((_, i) => i))}::int[], ${of((c) => c.transactionId)}::uuid[],
        ${of((c) => c.actorId)}::uuid[], ${of((c) => c.sessionId)}::uuid[],
        ${of((c) => c.currency)}::text[], ${of((c) => c.idempotency?.key ?? null)}::text[],
        ${of((c) => idOf(c.from))}::uuid[], ${of((c) => phoneOf(c.from))}::text[],
        ${of((c) => isDefault(c.from))}::bool[],
        ${of((c) => idOf(c.to))}::uuid[], ${of((c) => phoneOf(c.to))}::text[],
        ${of((c) => isDefault(c.to))}::bool[], ${of(counterOf)}::text[]
      ) AS c (ordinal, transaction_id, actor_id, session_id, currency, key,
        from_id, from_phone, from_is_default, to_id, to_phone, to_is_default, counter)
    ), named AS MATERIALIZED (
      SELECT c.*,
        coalesce(c.from_id, ${defaultWallet(sql`c.from_is_default`, sql`c.from_phone`)}) AS from_wallet_id,
        coalesce(c.to_id, ${defaultWallet(sql`c.to_is_default`, sql`c.to_phone`)}) AS to_wallet_id
      FROM command c
    ), locked AS MATERIALIZED (
      SELECT w.id, jsonb_build_array(w.id, w.owner_id, w.currency, w.status,
        w.balance::text, w.held::text, w.seq::text) AS wallet
      FROM wallets w
      WHERE w.owner_id IS NOT NULL
        AND w.id IN (SELECT from_wallet_id FROM named UNION SELECT to_wallet_id FROM named)
      ORDER BY w.id
      FOR NO KEY UPDATE
    )
    SELECT n.ordinal,
      EXISTS (
        SELECT FROM sessions s JOIN users u ON u.id = s.user_id
        WHERE s.id = n.session_id AND s.user_id = n.actor_id AND s.ended_at IS NULL
          AND s.expires_at > now() AND u.deleted_at IS NULL
      ) AS is_session_live,
      (SELECT w.id FROM wallets w
        WHERE w.currency = n.currency AND w.system_purpose = n.counter) AS counter_wallet_id,
      coalesce(k.transaction_id, t.id) AS prior_transaction_id,
      encode(k.fingerprint, 'hex') AS prior_fingerprint,
      f.wallet AS from_wallet, o.wallet AS to_wallet
    FROM named n
    LEFT JOIN locked f ON f.id = n.from_wallet_id
    LEFT JOIN locked o ON o.id = n.to_wallet_id
    LEFT JOIN idempotency_keys k ON k.user_id = n.actor_id AND k.key = n.key
    LEFT JOIN transactions t ON t.id = n.transaction_id
    ORDER BY n.ordinal`,
  );

  const locked = new Map<WalletId, LockedWallet>();
  const lock = (columns: WalletColumns | null): WalletId | null => {
    if (!columns) return null;
    const wallet = lockedWallet(columns);
    if (!locked.has(wallet.id)) locked.set(wallet.id, wallet);
    return wallet.id;
  };
  const cases = rows.map((row): Case => {
    const command = commands[row.ordinal];
    if (!command) throw new Error("the books answered for a command that was not asked");
    return {
      command,
      isSessionLive: row.is_session_live,
      fromWalletId: lock(row.from_wallet),
      toWalletId: lock(row.to_wallet),
      counterWalletId: row.counter_wallet_id,
      prior:
        (row.prior_transaction_id ?? row.prior_fingerprint)
          ? { transactionId: row.prior_transaction_id, fingerprint: row.prior_fingerprint }
          : null,
    };
  });
  return { cases, locked };
}
