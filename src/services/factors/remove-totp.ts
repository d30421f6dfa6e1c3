import { sql } from "drizzle-orm";
import { newId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { deliverSoon } from "../outbox/deliver-soon.ts";
import { putMessages } from "../outbox/put-messages.ts";
import { whileSteppedUp } from "../sessions/live-session.ts";
import { lockPerson } from "../sessions/lock-person.ts";
import { requireStepUp } from "../users/require-step-up.ts";
import { factorRemoved } from "./factor-removed.ts";
import { mayLoseFactor } from "./may-lose-factor.ts";
import { noticesOfFactor } from "./notices-of-factor.ts";

export type RemoveFactorRefusal =
  | "session_ended"
  | "step_up_required"
  | "factor_not_found"
  | "role_needs_factor";

/** Removes the caller's authenticator app; its secret is erased. */
export async function removeTotp(
  ctx: ServiceContext,
  caller: Caller,
  origin: Origin,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  const steppedUp = await requireStepUp(ctx, caller);
  if (!steppedUp.ok) return steppedUp;
  const { db } = ctx;
  const now = ctx.nowMs();
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const messages = await noticesOfFactor(ctx, steppedUp.value.user, "totp_removed", origin);
  const remove = db.execute<{ is_removed: boolean }>(sql`
    WITH named AS (
      SELECT user_id FROM totp_factors
      WHERE user_id = ${caller.userId} AND confirmed_at IS NOT NULL AND ${whileSteppedUp(caller)}
    ), removed AS (
      DELETE FROM totp_factors WHERE user_id IN (SELECT user_id FROM named) AND ${mayLoseFactor(caller.userId)}
      RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, 'totp_removed', user_id, ${at} FROM removed
    ), message AS (${putMessages(messages, sql`(SELECT user_id AS id FROM removed)`, at)})
    SELECT EXISTS (SELECT FROM removed) AS is_removed FROM named`);
  const [settle, clear] = factorRemoved(caller);
  const [, { rows }] = await db.batch([
    db.execute(lockPerson(caller)),
    remove,
    db.execute(settle),
    db.execute(clear),
  ]);
  const [row] = rows;
  if (!row) return refuse("factor_not_found");
  if (!row.is_removed) return refuse("role_needs_factor");
  deliverSoon(ctx, messages);
  return done(null);
}
