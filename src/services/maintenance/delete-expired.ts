import { sql } from "drizzle-orm";
import {
  DELETE_BATCH_ROWS,
  IDEMPOTENCY_KEY_TTL_DAYS,
  MESSAGE_RETENTION_DAYS,
  SESSION_RETENTION_DAYS,
  THROTTLE_COUNTER_RETENTION_HOURS,
  TRUSTED_SOURCE_DAYS,
} from "../../domain/bounds.ts";
import type { ServiceContext } from "../context.ts";

/** Deletes sessions SESSION_RETENTION_DAYS after their end, with their refresh tokens. */
export async function deleteExpiredSessions({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM sessions WHERE id = ANY (ARRAY(
      SELECT id FROM sessions
      WHERE least(ended_at, expires_at) <
        now() - make_interval(days => ${SESSION_RETENTION_DAYS}::int)
      LIMIT ${DELETE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}

/** Deletes idempotency keys older than IDEMPOTENCY_KEY_TTL_DAYS. */
export async function deleteExpiredIdempotencyKeys({
  db,
}: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM idempotency_keys WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM idempotency_keys
      WHERE created_at < now() - make_interval(days => ${IDEMPOTENCY_KEY_TTL_DAYS}::int)
      LIMIT ${DELETE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}

/** Deletes expired verification codes. */
export async function deleteExpiredCodes({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM contact_codes WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM contact_codes WHERE expires_at < now()
      LIMIT ${DELETE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}

/** Deletes throttle counters that delay nobody and mark no trusted source any more. */
export async function deleteExpiredThrottleCounters({
  db,
}: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM throttle_counters WHERE key = ANY (ARRAY(
      SELECT key FROM throttle_counters
      WHERE counted_at < now() - make_interval(hours => ${THROTTLE_COUNTER_RETENTION_HOURS}::int)
        AND (right_at IS NULL
          OR right_at < now() - make_interval(days => ${TRUSTED_SOURCE_DAYS}::int))
      LIMIT ${DELETE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}

/** Deletes messages that were delivered or given up, after MESSAGE_RETENTION_DAYS. */
export async function deleteExpiredMessages({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const { rowCount } = await db.execute(sql`
    DELETE FROM messages WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM messages
      WHERE status <> 'waiting'
        AND created_at < now() - make_interval(days => ${MESSAGE_RETENTION_DAYS}::int)
      LIMIT ${DELETE_BATCH_ROWS}::int FOR UPDATE SKIP LOCKED))`);
  return rowCount;
}
