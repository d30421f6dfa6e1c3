import { type SQL, sql } from "drizzle-orm";
import {
  DELETE_BATCH_ROWS,
  IDEMPOTENCY_KEY_TTL_DAYS,
  MESSAGE_RETENTION_DAYS,
  QUOTE_RETENTION_DAYS,
  SESSION_RETENTION_DAYS,
  THROTTLE_COUNTER_RETENTION_HOURS,
  TRUSTED_SOURCE_DAYS,
} from "../../domain/bounds.ts";
import type { ServiceContext } from "../context.ts";

type Context = Pick<ServiceContext, "db">;

const daysAgo = (days: number): SQL => sql`now() - make_interval(days => ${days}::int)`;

/**
 * Deletes at most DELETE_BATCH_ROWS rows of a table that fulfil the condition and are not locked;
 * returns how many. `key` identifies a row: its primary key, or ctid where that has several
 * columns.
 */
async function deleteBatch({ db }: Context, table: SQL, key: SQL, expired: SQL): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM ${table} WHERE ${key} = ANY (ARRAY(
      SELECT ${key} FROM ${table} WHERE ${expired}
      LIMIT ${DELETE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}

/** Deletes sessions SESSION_RETENTION_DAYS after their end, with their refresh tokens. */
export function deleteExpiredSessions(ctx: Context): Promise<number> {
  const expired = sql`least(ended_at, expires_at) < ${daysAgo(SESSION_RETENTION_DAYS)}`;
  return deleteBatch(ctx, sql`sessions`, sql`id`, expired);
}

/** Deletes idempotency keys older than IDEMPOTENCY_KEY_TTL_DAYS. */
export function deleteExpiredIdempotencyKeys(ctx: Context): Promise<number> {
  const expired = sql`created_at < ${daysAgo(IDEMPOTENCY_KEY_TTL_DAYS)}`;
  return deleteBatch(ctx, sql`idempotency_keys`, sql`ctid`, expired);
}

/** Deletes expired verification codes. */
export function deleteExpiredCodes(ctx: Context): Promise<number> {
  return deleteBatch(ctx, sql`contact_codes`, sql`ctid`, sql`expires_at < now()`);
}

/** Deletes throttle counters that delay nobody and mark no trusted source any more. */
export function deleteExpiredThrottleCounters(ctx: Context): Promise<number> {
  const expired = sql`
    counted_at < now() - make_interval(hours => ${THROTTLE_COUNTER_RETENTION_HOURS}::int)
    AND (right_at IS NULL OR right_at < ${daysAgo(TRUSTED_SOURCE_DAYS)})`;
  return deleteBatch(ctx, sql`throttle_counters`, sql`key`, expired);
}

/** Deletes messages that were delivered or given up, after MESSAGE_RETENTION_DAYS. */
export function deleteExpiredMessages(ctx: Context): Promise<number> {
  const expired = sql`status <> 'waiting' AND created_at < ${daysAgo(MESSAGE_RETENTION_DAYS)}`;
  return deleteBatch(ctx, sql`messages`, sql`ctid`, expired);
}

/**
 * Deletes quotes that no transaction names, QUOTE_RETENTION_DAYS after they expired: longer than the
 * idempotency keys that name them are kept.
 */
export function deleteUnusedQuotes(ctx: Context): Promise<number> {
  const expired = sql`expires_at < ${daysAgo(QUOTE_RETENTION_DAYS)}
    AND NOT EXISTS (SELECT FROM transactions t WHERE t.quote_id = quotes.id)`;
  return deleteBatch(ctx, sql`quotes`, sql`id`, expired);
}
