import { asc, lte, sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { wallets } from "../../db/schema/index.ts";
import { DELETE_BATCH_ROWS } from "../../domain/bounds.ts";
import { newId } from "../../domain/ids.ts";
import type { ServiceContext } from "../context.ts";

/**
 * Removes one batch of expired freezes from the wallets' rows, with an audit event of each owner;
 * returns how many it found. An expired freeze already has no effect (STATUS_NOW): this only cleans
 * up the rows.
 */
export async function liftExpiredFreezes({ db }: Pick<ServiceContext, "db">): Promise<number> {
  const expired = await db
    .select({
      id: wallets.id,
      nowMs: sql<number>`floor(extract(epoch FROM now()) * 1000)::float8`,
    })
    .from(wallets)
    .where(lte(wallets.frozenUntil, sql`now()`))
    .orderBy(asc(wallets.id))
    .limit(DELETE_BATCH_ROWS);
  if (expired.length === 0) return 0;
  const walletIds = expired.map(({ id }) => id);
  const eventIds = expired.map(({ nowMs }) => newId("aud", nowMs));
  // Checked again under lock: an operator may have lifted the freeze meanwhile, or set another.
  await db.execute(sql`
    WITH expired AS MATERIALIZED (
      SELECT w.id, e.event_id
      FROM wallets w JOIN unnest(${sql.param(walletIds)}::uuid[], ${sql.param(eventIds)}::uuid[])
        AS e (wallet_id, event_id) ON e.wallet_id = w.id
      WHERE w.frozen_until <= now()
      ORDER BY w.id FOR NO KEY UPDATE OF w SKIP LOCKED
    ), lifted AS (
      UPDATE wallets w SET status = 'active', freeze_reason = NULL, frozen_until = NULL,
        freeze_scope = NULL
      FROM expired WHERE w.id = expired.id
      RETURNING expired.event_id, w.owner_id, w.id
    )
    ${auditEvent({
      id: sql`event_id`,
      type: "freeze_expired",
      userId: sql`owner_id`,
      walletId: sql`id`,
      actorRole: "service",
      // Each insert locks its user's events. All writers take these locks in the order of user ids.
      from: sql`lifted ORDER BY owner_id, id`,
    })}`);
  return expired.length;
}
