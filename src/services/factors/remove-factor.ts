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
import { mayLoseFactor } from "./may-lose-factor.ts";
import { noticesOfFactor } from "./notices-of-factor.ts";

export type RemoveFactorRefusal =
  | "session_ended"
  | "step_up_required"
  | "factor_not_found"
  | "role_needs_factor";

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
  const at = sql`now()`;
  const messages = await noticesOfFactor(ctx, steppedUp.value.user, removal);
  const own = sql`${factor} AND user_id = ${caller.userId} AND ${whileSteppedUp(caller)}`;
  const remove = sql`
    WITH named AS (SELECT user_id FROM ${own}), removed AS (
      DELETE FROM ${own} AND ${mayLoseFactor(caller.userId)} RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, ${removal}, user_id, ${at} FROM removed
    ), message AS (${putMessages(messages, sql`(SELECT user_id AS id FROM removed)`, at)})
    SELECT EXISTS (SELECT FROM removed) AS is_removed FROM named`;
  const [settle, clear] = factorRemoved(caller);
  const removed = await actSteppedUp(ctx, caller, (db) => [
    db.execute<{ is_removed: boolean }>(remove),
    db.execute(settle),
    db.execute(clear),
  ]);
  if (!removed.ok) return removed;
  const [row] = removed.value[0].rows;
  if (!row) return refuse("factor_not_found");
  if (!row.is_removed) return refuse("role_needs_factor");
  deliverSoon(ctx, messages);
  return done(null);
}
