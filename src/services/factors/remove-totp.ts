import { sql } from "drizzle-orm";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { whileSteppedUp } from "../sessions/live-session.ts";
import { lockPerson } from "../sessions/lock-person.ts";
import { requireStepUp } from "../users/require-step-up.ts";
import { factorRemoved } from "./factor-removed.ts";

export type RemoveFactorRefusal = "session_ended" | "step_up_required" | "factor_not_found";

/** Removes the caller's authenticator app; its secret is erased. */
export async function removeTotp(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  const steppedUp = await requireStepUp(ctx, caller);
  if (!steppedUp.ok) return steppedUp;
  const { db } = ctx;
  const now = ctx.nowMs();
  const remove = db.execute(sql`
    WITH removed AS (
      DELETE FROM totp_factors
      WHERE user_id = ${caller.userId} AND confirmed_at IS NOT NULL AND ${whileSteppedUp(caller)}
      RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, 'totp_removed', user_id,
        ${new Date(now).toISOString()}::timestamptz FROM removed
    )
    SELECT user_id FROM removed`);
  const [settle, clear] = factorRemoved(caller.userId);
  const [, { rows }] = await db.batch([
    db.execute(lockPerson(caller)),
    remove,
    db.execute(settle),
    db.execute(clear),
  ]);
  return rows.length === 1 ? done(null) : refuse("factor_not_found");
}
