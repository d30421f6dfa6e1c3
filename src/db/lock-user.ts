import { type SQL, sql } from "drizzle-orm";
import type { UserId } from "../domain/ids.ts";

/**
 * Locks a person's row, whatever became of them. A statement of its own, first in its batch: what follows
 * sees what everybody before it wrote. NO KEY: payments, which only point at the row, need not wait. Whatever
 * changes other rows of the person and writes an audit event starts with it: the event takes the lock of the
 * person's events, and two that take that and a row in opposite orders would deadlock.
 */
export function lockUser(userId: UserId): SQL {
  return sql`SELECT id FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
}
