import { type SQL, sql } from "drizzle-orm";
import { newId } from "../../domain/ids.ts";
import type { FactorChange } from "../../domain/message.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { deliverSoon } from "../outbox/deliver-soon.ts";
import { putMessages } from "../outbox/put-messages.ts";
import { actSteppedUp } from "../sessions/act-as-person.ts";
import { whileSteppedUp } from "../sessions/live-session.ts";
import { requireStepUp } from "../users/require-step-up.ts";
import { factorRemoved } from "./factor-removed.ts";
import { noticesOfFactor } from "./notices-of-factor.ts";

export type RemoveFactorRefusal = "session_ended" | "step_up_required" | "factor_not_found";

type Removal = Extract<FactorChange, "totp_removed" | "passkey_removed">;

/** Removes what `factor`, the FROM and WHERE of a DELETE, finds of the caller's, and erases it. */
export async function removeFactor(
  ctx: ServiceContext,
  caller: Caller,
  factor: SQL,
  removal: Removal,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  const steppedUp = await requireStepUp(ctx, caller);
  if (!steppedUp.ok) return steppedUp;
  const now = ctx.nowMs();
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const messages = await noticesOfFactor(ctx, steppedUp.value.user, removal);
  const remove = sql`
    WITH removed AS (
      DELETE FROM ${factor} AND user_id = ${caller.userId} AND ${whileSteppedUp(caller)}
      RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, ${removal}, user_id, ${at} FROM removed
    ), message AS (${putMessages(messages, sql`(SELECT user_id AS id FROM removed)`, at)})
    SELECT user_id FROM removed`;
  const [settle, clear] = factorRemoved(caller);
  const removed = await actSteppedUp(ctx, caller, (db) => [
    db.execute(remove),
    db.execute(settle),
    db.execute(clear),
  ]);
  if (!removed.ok) return removed;
  if (removed.value[0].rows.length === 0) return refuse("factor_not_found");
  deliverSoon(ctx, messages);
  return done(null);
}
