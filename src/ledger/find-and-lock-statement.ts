// The SQL of a batch's first statement. For each command it finds the wallets that the command
// names, checks the session, and looks for an earlier posting; and it locks all of these wallets.
// The commands are passed as arrays to unnest, so that the planner knows their number.
import { type SQL, sql } from "drizzle-orm";
import { isActive, lacksStepUp } from "../db/active-session.ts";
import { type ClockColumns, limitsClock, PERSON, type PersonColumns } from "../db/person-limits.ts";
import { policySql, triesNow } from "../db/throttle-policy.ts";
import { FREEZE_SCOPE_NOW } from "../db/wallet-status.ts";
import type { MoneyCommand, WalletAddress } from "../domain/command.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { FreezeScope } from "../domain/freeze.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { Market } from "../domain/market.ts";
import type { FailureCode } from "../domain/refusal.ts";
import { SOURCE_POLICY } from "../domain/throttle.ts";
import type { SystemPurpose, WalletStatus } from "../domain/wallet.ts";
import { prepareStatement } from "./prepared-statement.ts";
import { databaseMs, STATUS_NOW } from "./sql-fragments.ts";

const idOf = (side: WalletAddress | null): string | null =>
  side?.by === "id" ? side.walletId : null;
const phoneOf = (side: WalletAddress | null): string | null =>
  side?.by === "phone" ? side.phone : null;
const isDefault = (side: WalletAddress | null): boolean => side?.by === "default";
const counterOf = ({ type, from, to }: MoneyCommand): SystemPurpose | null => {
  if (type === "ADJUSTMENT") return "adjustment";
  return from === null ? "cash_in" : to === null ? "cash_out" : null;
};

/** What the statement returns for each command. */
export type FoundColumns = [
  /** Null: the session is not active. */
  session: [lacksStepUp: boolean, isSuspended: boolean, namesOwnPhone: boolean] | null,
  fromWalletId: WalletId | null,
  toWalletId: WalletId | null,
  counterWalletId: WalletId | null,
  /** The command's transaction, if it was posted before. */
  postedId: TransactionId | null,
  /**
   * The result of the idempotency key: the transaction (null: it opened a wallet) and the
   * fingerprint.
   */
  byKey: [TransactionId | null, string] | null,
  /** The wait in seconds and the attempts that still count; null: none was ever counted. */
  recipientCounter: [waitSeconds: number, tries: number] | null,
];

/** The one row that the statement returns. */
export interface FoundRow {
  /** In the order of the commands. */
  commands: FoundColumns[];
  /** The wallets that were locked, each once. */
  wallets: WalletColumns[] | null;
  /** Each actor of the batch once, with the failed transactions of the last hour. */
  failures: [UserId, FailureColumns[] | null][] | null;
  /** Null if the statement waits for locks. */
  available: AvailableRows | null;
  /** The database's time, in milliseconds since 1970. */
  now_ms: string;
  /** The date in the zone of the limits; when the next day and month begin, in milliseconds. */
  limits_clock: ClockColumns;
}

/** A failure code, how often, and the seconds until the oldest of them is an hour old. */
export type FailureColumns = [FailureCode, number, number];

/** The rows that the batch needs and that no other transaction has locked. */
export interface AvailableRows {
  /** All existing wallets that the commands name, locked by other transactions or not. */
  named: WalletId[] | null;
  actors: UserId[] | null;
  counters: WalletId[] | null;
  currencies: CurrencyCode[] | null;
}

/**
 * `countedBy` is the wallet that counts for it; `person` is what it counts. Bigints are text: JSON
 * numbers would round them.
 */
export type WalletColumns = [
  id: WalletId,
  owner: UserId,
  currency: CurrencyCode,
  status: WalletStatus,
  balance: string,
  held: string,
  seq: string,
  freezeScope: FreezeScope | null,
  market: Market | null,
  countedBy: WalletId | null,
  person: PersonColumns | null,
];

/** The input columns of the statement, each with the function that reads it from a command. */
export const INPUT_COLUMNS: Readonly<
  Record<string, (command: MoneyCommand, i: number) => unknown>
> = {
  ordinals: (_, i) => i,
  transaction_ids: (c) => c.transactionId,
  actor_ids: (c) => c.actorId,
  session_ids: (c) => c.sessionId,
  currencies: (c) => c.currency,
  to_currencies: (c) => c.toCurrency ?? c.currency,
  keys: (c) => c.idempotency?.key ?? null,
  from_ids: (c) => idOf(c.from),
  from_phones: (c) => phoneOf(c.from),
  from_defaults: (c) => isDefault(c.from),
  to_ids: (c) => idOf(c.to),
  to_phones: (c) => phoneOf(c.to),
  to_defaults: (c) => isDefault(c.to),
  counters: counterOf,
  recipient_counter_keys: (c) => c.recipientCounterKey ?? null,
  reaches_unverified: (c) => c.reachesUnverifiedPhones ?? false,
};

const column = (name: string) => sql.placeholder(name);

const defaultWallet = (
  isDefaultColumn: SQL,
  phoneColumn: SQL,
  isReached: SQL,
  currencyColumn: SQL,
): SQL => sql`(
    SELECT w.id FROM wallets w
    WHERE w.owner_id = CASE WHEN ${isDefaultColumn} THEN c.actor_id
        ELSE (SELECT u.id FROM users u WHERE u.phone = ${phoneColumn} AND ${isReached}) END
      AND w.currency = ${currencyColumn} AND w.is_default)`;

// The actor's own side is found by the actor's own phone only, so that no wallet of another user is
// read or locked for it. A recipient is found if the number is verified, or need not be.
const isOwnPhone = sql`u.id = c.actor_id`;
const isRecipientPhone = sql`(u.id = c.actor_id OR (c.counter IS NULL
          AND (c.reaches_unverified OR u.phone_verified_at IS NOT NULL)))`;

const COUNTER = policySql(SOURCE_POLICY);

// One probe of the primary key for each transfer: a wait applies to known recipients, too.
const recipientCounter = sql`(
          SELECT json_build_array(
            greatest(0, ceil(extract(epoch FROM t.admits_at - now())))::int,
            ${triesNow(COUNTER, sql`t.tries`, sql`t.counted_at`)})
          FROM throttle_counters t WHERE t.key = decode(n.recipient_counter_key, 'hex')
        )`;

// One range of a partial index for each actor of the batch; most have no entry in it. It has at
// most FAILED_TRANSACTIONS_PER_HOUR_MAX entries for each code, or a few more in a race of two
// writers.
const failures = sql`(
      SELECT json_agg(json_build_array(a.actor_id, (
        SELECT json_agg(json_build_array(f.failure_code, f.times, f.wait_seconds)) FROM (
          SELECT t.failure_code, count(*) AS times,
            ceil(extract(epoch FROM min(t.posted_at) + interval '1 hour' - now()))::int AS wait_seconds
          FROM transactions t
          WHERE t.status = 'failed' AND t.actor_id = a.actor_id
            AND t.posted_at > now() - interval '1 hour'
          GROUP BY t.failure_code
        ) AS f
      ))) FROM (SELECT DISTINCT actor_id FROM command) AS a
    )`;

// The write's foreign-key checks lock these rows, too.
const keyShare = (table: SQL, where: SQL): SQL =>
  sql`SELECT * FROM ${table} WHERE ${where} FOR KEY SHARE SKIP LOCKED`;

/**
 * CTEs of the rows that other transactions have not locked, and their ids as JSON (AvailableRows).
 */
const AVAILABLE_ROWS = {
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

// Locks are taken in id order, so that two opposite transfers cannot deadlock. NO KEY UPDATE, so
// that the foreign-key checks of other writers do not wait. Each lookup for a command is a
// subquery, not a join: a join that was planned while its table was empty would always read the
// whole table.
const findAndLockStatement = (name: string, skipsLocked: boolean) =>
  prepareStatement<FoundRow>(
    name,
    sql`
    WITH command AS (
      SELECT * FROM unnest(
        ${column("ordinals")}::int[], ${column("transaction_ids")}::uuid[],
        ${column("actor_ids")}::uuid[], ${column("session_ids")}::uuid[],
        ${column("currencies")}::text[], ${column("to_currencies")}::text[],
        ${column("keys")}::text[],
        ${column("from_ids")}::uuid[], ${column("from_phones")}::text[],
        ${column("from_defaults")}::bool[],
        ${column("to_ids")}::uuid[], ${column("to_phones")}::text[],
        ${column("to_defaults")}::bool[], ${column("counters")}::text[],
        ${column("recipient_counter_keys")}::text[], ${column("reaches_unverified")}::bool[]
      ) AS c (ordinal, transaction_id, actor_id, session_id, currency, to_currency, key,
        from_id, from_phone, from_is_default, to_id, to_phone, to_is_default, counter,
        recipient_counter_key, reaches_unverified)
    ), named AS MATERIALIZED (
      SELECT c.*,
        coalesce(c.from_id, ${defaultWallet(sql`c.from_is_default`, sql`c.from_phone`, isOwnPhone, sql`c.currency`)}) AS from_wallet_id,
        coalesce(c.to_id, ${defaultWallet(sql`c.to_is_default`, sql`c.to_phone`, isRecipientPhone, sql`c.to_currency`)}) AS to_wallet_id
      FROM command c
    ), sides AS MATERIALIZED (
      SELECT from_wallet_id AS id FROM named UNION SELECT to_wallet_id FROM named
    ), locked AS MATERIALIZED (
      SELECT json_build_array(w.id, w.owner_id, w.currency, ${STATUS_NOW},
        w.balance::text, w.held::text, w.seq::text, ${FREEZE_SCOPE_NOW}, w.market,
        w.limits_wallet_id, ${PERSON}) AS wallet
      FROM wallets w
      WHERE w.owner_id IS NOT NULL AND w.id IN (
        SELECT id FROM sides
        UNION SELECT s.limits_wallet_id FROM wallets s WHERE s.id IN (SELECT id FROM sides))
      ORDER BY w.id
      FOR NO KEY UPDATE ${skipsLocked ? sql`SKIP LOCKED` : sql``}
    ) ${skipsLocked ? AVAILABLE_ROWS.ctes : sql``}
    SELECT (SELECT json_agg(wallet) FROM locked) AS wallets,
      ${failures} AS failures,
      ${databaseMs} AS now_ms,
      ${limitsClock(column("zone"))} AS limits_clock,
      ${skipsLocked ? AVAILABLE_ROWS.json : sql`NULL`} AS available,
      json_agg(json_build_array(
        (
          SELECT json_build_array(${lacksStepUp()}, u.suspended_at IS NOT NULL,
            coalesce(u.phone = coalesce(n.from_phone, n.to_phone), false))
          FROM sessions s JOIN users u ON u.id = s.user_id
          WHERE s.id = n.session_id AND s.user_id = n.actor_id AND ${isActive()}
        ),
        n.from_wallet_id,
        n.to_wallet_id,
        (SELECT w.id FROM wallets w
          WHERE w.currency = n.currency AND w.system_purpose = n.counter),
        (SELECT t.id FROM transactions t WHERE t.id = n.transaction_id),
        (SELECT json_build_array(k.transaction_id, encode(k.fingerprint, 'hex'))
          FROM idempotency_keys k WHERE k.user_id = n.actor_id AND k.key = n.key),
        ${recipientCounter}
      ) ORDER BY n.ordinal) AS commands
    FROM named n`,
  );

/** Waits for the locks of other transactions, up to lock_timeout. */
export const findAndLockWaiting = findAndLockStatement("find_and_lock", false);
/** Skips rows that other transactions have locked. */
export const findAndLockSkipping = findAndLockStatement("find_and_lock_unlocked", true);
