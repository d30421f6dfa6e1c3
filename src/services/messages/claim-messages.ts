import { type SQL, sql } from "drizzle-orm";
import {
  MESSAGE_ATTEMPTS_MAX,
  MESSAGE_RETRY_SECONDS,
  MESSAGE_RETRY_SECONDS_MAX,
  MESSAGES_AT_ONCE,
} from "../../domain/bounds.ts";
import type { MessageId } from "../../domain/ids.ts";
import type { MessageKind } from "../../domain/message.ts";
import type { ServiceContext } from "../context.ts";

/**
 * A message that this run may send until its next due_at; `sealed` is null when it was given up.
 */
export interface ClaimedMessage extends Record<string, unknown> {
  readonly id: MessageId;
  readonly kind: MessageKind;
  readonly sealed: string | null;
  readonly attempts: number;
}

/**
 * Claims at most MESSAGES_AT_ONCE due messages, oldest first, by setting their next due_at before
 * they are sent: if this run dies, its messages become due again. A message that has expired, or
 * was tried MESSAGE_ATTEMPTS_MAX times, is given up and its content erased.
 */
export async function claimMessages(
  { db, nowMs }: Pick<ServiceContext, "db" | "nowMs">,
  among: readonly MessageId[] | null,
): Promise<ClaimedMessage[]> {
  const at = sql`${new Date(nowMs()).toISOString()}::timestamptz`;
  const { rows } = await db.execute<ClaimedMessage>(sql`
    WITH due AS (
      SELECT id, expires_at > ${at} AND attempts < ${MESSAGE_ATTEMPTS_MAX}::int AS is_worth_it
      FROM messages
      -- due_at was set by the database's clock in another transaction, which may be slightly ahead of this one's.
      WHERE status = 'waiting' AND due_at <= greatest(${at}, now()) AND ${among ? isAmong(among) : sql`true`}
      ORDER BY due_at LIMIT ${MESSAGES_AT_ONCE}::int FOR UPDATE SKIP LOCKED
    )
    UPDATE messages m SET
      status = CASE WHEN is_worth_it THEN 'waiting' ELSE 'given_up' END,
      sealed = CASE WHEN is_worth_it THEN sealed END,
      attempts = attempts + CASE WHEN is_worth_it THEN 1 ELSE 0 END,
      due_at = ${at} + make_interval(secs =>
        least(${MESSAGE_RETRY_SECONDS}::int * 2 ^ attempts, ${MESSAGE_RETRY_SECONDS_MAX}::int))
    FROM due WHERE m.id = due.id
    RETURNING m.id, m.kind, m.sealed, m.attempts`);
  return rows;
}

function isAmong(ids: readonly MessageId[]): SQL {
  return sql`id = ANY (${`{${ids.join(",")}}`}::uuid[])`;
}
