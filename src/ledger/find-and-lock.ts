// The first statement of a batch: what does each command name, is its session live, was it asked before;
// and every wallet among it locked. Arrays go in by unnest, so that the planner knows their length.

import { type SQL, sql } from "drizzle-orm";
import { isActive, lacksStepUp } from "../db/active-session.ts";
import type { MoneyCommand, WalletAddress } from "../domain/command.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { WalletStatus } from "../domain/wallet.ts";
import type { Case, LockedWallet } from "./case.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { prepareStatement } from "./prepared-statement.ts";
import { STATUS_NOW } from "./status-now.ts";

const idOf = (side: WalletAddress | null): string | null =>
  side?.by === "id" ? side.walletId : null;
const phoneOf = (side: WalletAddress | null): string | null =>
  side?.by === "phone" ? side.phone : null;
const isDefault = (side: WalletAddress | null): boolean => side?.by === "default";
const counterOf = ({ from, to }: MoneyCommand): string | null =>
  from === null ? "cash_in" : to === null ? "cash_out" : null;

/**
 * Session lacks a fresh second factor (null: it has ended), own and other side's wallet,
 * counter-account, the command's own transaction when it is there already, and what its key made
 * before: transaction (none: a wallet) and fingerprint.
 */
type FoundColumns = [
  boolean | null,
  WalletId | null,
  WalletId | null,
  WalletId | null,
  TransactionId | null,
  [TransactionId | null, string] | null,
];

/** One row: what each command names, in their order, and every wallet among it once. */
interface FoundRow {
  commands: FoundColumns[];
  wallets: WalletColumns[] | null;
  /** Which of the needed rows could be locked; null where the statement waits for locks. */
  unlocked: UnlockedRows | null;
}

/** Rows that the batch needs, as far as nobody else has them locked. */
interface UnlockedRows {
  /** Wallets that are named and are there, locked or not. */
  named: WalletId[] | null;
  actors: UserId[] | null;
  counters: WalletId[] | null;
  currencies: CurrencyCode[] | null;
}

/** id, owner, currency, status, balance, held, seq: bigints as text, for JSON numbers would round them. */
type WalletColumns = [WalletId, UserId, CurrencyCode, WalletStatus, string, string, string];

const lockedWallet = (columns: WalletColumns): LockedWallet => ({
  id: columns[0],
  ownerId: columns[1],
  currency: columns[2],
  status: columns[3],
  balanceMinor: BigInt(columns[4]),
  heldMinor: BigInt(columns[5]),
  seq: BigInt(columns[6]),
});

/** What is asked of each command: how a column of the statement's input is read from it. */
const COLUMNS: Readonly<Record<string, (command: MoneyCommand, i: number) => unknown>> = {
  ordinals: (_, i) => i,
  transaction_ids: (c) => c.transactionId,
  actor_ids: (c) => c.actorId,
  session_ids: (c) => c.sessionId,
  currencies: (c) => c.currency,
  keys: (c) => c.idempotency?.key ?? null,
  from_ids: (c) => idOf(c.from),
  from_phones: (c) => phoneOf(c.from),
  from_defaults: (c) => isDefault(c.from),
  to_ids: (c) => idOf(c.to),
  to_phones: (c) => phoneOf(c.to),
  to_defaults: (c) => isDefault(c.to),
  counters: counterOf,
};

const column = (name: string) => sql.placeholder(name);

const defaultWallet = (isDefaultColumn: SQL, phoneColumn: SQL): SQL => sql`(
    SELECT w.id FROM wallets w
    WHERE w.owner_id = CASE WHEN ${isDefaultColumn} THEN c.actor_id
        ELSE (SELECT u.id FROM users u WHERE u.phone = ${phoneColumn}) END
      AND w.currency = c.currency AND w.is_default)`;

// What the write will need besides the wallets: foreign-key checks take these locks.
const keyShare = (table: SQL, where: SQL): SQL =>
  sql`SELECT * FROM ${table} WHERE ${where} FOR KEY SHARE SKIP LOCKED`;

/** CTEs of the rows that are not locked by others, and the JSON that names them. */
const UNLOCKED_ROWS = {
  ctes: sql`, actors AS MATERIALIZED (
      ${keyShare(sql`users`, sql`id IN (SELECT actor_id FROM command)`)}
    ), counters AS MATERIALIZED (
      ${keyShare(
        sql`wallets`,
        sql`system_purpose IS NOT NULL
          AND (currency, system_purpose) IN (SELECT currency, counter FROM command)`,
      )}
    ), currency_rows AS MATERIALIZED (
      ${keyShare(sql`currencies`, sql`code IN (SELECT currency FROM command)`)}
    )`,
  json: sql`json_build_object(
      'named', (SELECT json_agg(w.id) FROM wallets w WHERE w.owner_id IS NOT NULL
        AND w.id IN (SELECT from_wallet_id FROM named UNION SELECT to_wallet_id FROM named)),
      'actors', (SELECT json_agg(id) FROM actors),
      'counters', (SELECT json_agg(id) FROM counters),
      'currencies', (SELECT json_agg(code) FROM currency_rows))`,
};

// Locks are taken in id order so that two opposite transfers cannot deadlock; NO KEY, so that the
// foreign-key checks of other writers need not wait. What is looked up for each command is a subquery
// of its own, never a join: planned while a table is empty, a join reads all of it for ever after.
const findAndLockStatement = (name: string, skipsLocked: boolean) =>
  prepareStatement<FoundRow>(
    name,
    sql`
    WITH command AS (
      SELECT * FROM unnest(
        ${column("ordinals")}::int[], ${column("transaction_ids")}::uuid[],
        ${column("actor_ids")}::uuid[], ${column("session_ids")}::uuid[],
        ${column("currencies")}::text[], ${column("keys")}::text[],
        ${column("from_ids")}::uuid[], ${column("from_phones")}::text[],
        ${column("from_defaults")}::bool[],
        ${column("to_ids")}::uuid[], ${column("to_phones")}::text[],
        ${column("to_defaults")}::bool[], ${column("counters")}::text[]
      ) AS c (ordinal, transaction_id, actor_id, session_id, currency, key,
        from_id, from_phone, from_is_default, to_id, to_phone, to_is_default, counter)
    ), named AS MATERIALIZED (
      SELECT c.*,
        coalesce(c.from_id, ${defaultWallet(sql`c.from_is_default`, sql`c.from_phone`)}) AS from_wallet_id,
        coalesce(c.to_id, ${defaultWallet(sql`c.to_is_default`, sql`c.to_phone`)}) AS to_wallet_id
      FROM command c
    ), locked AS MATERIALIZED (
      SELECT json_build_array(w.id, w.owner_id, w.currency, ${STATUS_NOW},
        w.balance::text, w.held::text, w.seq::text) AS wallet
      FROM wallets w
      WHERE w.owner_id IS NOT NULL
        AND w.id IN (SELECT from_wallet_id FROM named UNION SELECT to_wallet_id FROM named)
      ORDER BY w.id
      FOR NO KEY UPDATE ${skipsLocked ? sql`SKIP LOCKED` : sql``}
    ) ${skipsLocked ? UNLOCKED_ROWS.ctes : sql``}
    SELECT (SELECT json_agg(wallet) FROM locked) AS wallets,
      ${skipsLocked ? UNLOCKED_ROWS.json : sql`NULL`} AS unlocked,
      json_agg(json_build_array(
        (
          SELECT ${lacksStepUp()} FROM sessions s JOIN users u ON u.id = s.user_id
          WHERE s.id = n.session_id AND s.user_id = n.actor_id AND ${isActive()}
        ),
        n.from_wallet_id,
        n.to_wallet_id,
        (SELECT w.id FROM wallets w
          WHERE w.currency = n.currency AND w.system_purpose = n.counter),
        (SELECT t.id FROM transactions t WHERE t.id = n.transaction_id),
        (SELECT json_build_array(k.transaction_id, encode(k.fingerprint, 'hex'))
          FROM idempotency_keys k WHERE k.user_id = n.actor_id AND k.key = n.key)
      ) ORDER BY n.ordinal) AS commands
    FROM named n`,
  );

const waiting = findAndLockStatement("find_and_lock", false);
const skipping = findAndLockStatement("find_and_lock_unlocked", true);

/** A command, and the wallet whose object sent it. */
export interface RoutedCommand {
  readonly command: MoneyCommand;
  readonly viaWalletId: WalletId;
}

/**
 * Finds what each command names, and locks every wallet among it until the transaction ends. With
 * `skipsLocked` it waits for no lock: a command that needs a row which somebody else has locked is blocked.
 */
export async function findAndLock(
  tx: LedgerTransaction,
  routed: readonly RoutedCommand[],
  skipsLocked: boolean,
): Promise<{ cases: Case[]; locked: Map<WalletId, LockedWallet> }> {
  const input: Record<string, unknown[]> = {};
  for (const [name, of] of Object.entries(COLUMNS)) {
    input[name] = routed.map(({ command }, i) => of(command, i));
  }
  const [row] = await (skipsLocked ? skipping : waiting)(tx, input);

  const locked = new Map<WalletId, LockedWallet>();
  for (const columns of row?.wallets ?? []) locked.set(columns[0], lockedWallet(columns));
  const isBlocked = blockedBy(row?.unlocked ?? null, locked);
  // A wallet that was named but not locked is treated as not found: unknown, or the system's own.
  const found = (id: WalletId | null): WalletId | null => (id && locked.has(id) ? id : null);
  const cases = routed.map(({ command, viaWalletId }, i): Case => {
    const columns = row?.commands[i];
    if (!columns) throw new Error("the database did not answer for a command");
    const [lacksFactor, from, to, counterWalletId, ownId, byKey] = columns;
    const [transactionId, fingerprint] = byKey ?? [ownId, null];
    const isSessionActive = lacksFactor !== null;
    return {
      command,
      viaWalletId,
      isPosted: ownId !== null,
      isBlocked: isSessionActive && isBlocked(command, [from, to], counterWalletId),
      isSessionActive,
      lacksStepUp: lacksFactor === true,
      fromWalletId: found(from),
      toWalletId: found(to),
      counterWalletId,
      prior: (transactionId ?? fingerprint) ? { transactionId, fingerprint } : null,
    };
  });
  return { cases, locked };
}

type IsBlocked = (
  command: MoneyCommand,
  sides: readonly (WalletId | null)[],
  counterWalletId: WalletId | null,
) => boolean;

/** Tells of a command of an active session whether a row that it needs is locked by somebody else. */
function blockedBy(
  rows: UnlockedRows | null,
  locked: ReadonlyMap<WalletId, LockedWallet>,
): IsBlocked {
  if (!rows) return () => false;
  const [actors, counters] = [new Set(rows.actors), new Set(rows.counters)];
  const [named, currencies] = [new Set(rows.named), new Set(rows.currencies)];
  return ({ actorId, currency }, sides, counterWalletId) =>
    sides.some((id) => id !== null && named.has(id) && !locked.has(id)) ||
    !actors.has(actorId) ||
    !currencies.has(currency) ||
    (counterWalletId !== null && !counters.has(counterWalletId));
}
