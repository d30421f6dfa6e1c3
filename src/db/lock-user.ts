import { type SQL, sql } from "drizzle-orm";
import type { UserId } from "../domain/ids.ts";

/**
 * Locks a person's row, whatever became of them. A statement of its own, first in its batch: what follows
 * sees what everybody before it wrote. NO KEY: payments, which only point at the row, need not wait.
 */
export function lockUser(userId: UserId): SQL {
  return sql`SELECT id FROM users WHERE id = ${userId} FOR NO KEY UPDATE`;
}
