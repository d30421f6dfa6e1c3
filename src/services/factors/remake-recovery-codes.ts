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
import { freshCodes } from "./new-factor.ts";
import { noticesOfFactor } from "./notices-of-factor.ts";

/** Makes a new set of recovery codes, shown once; those of before no longer count. */
export async function remakeRecoveryCodes(
  ctx: ServiceContext,
  caller: Caller,
  origin: Origin,
): Promise<Outcome<readonly string[], "session_ended" | "step_up_required" | "factor_not_found">> {
  const steppedUp = await requireStepUp(ctx, caller);
  if (!steppedUp.ok) return steppedUp;
  const { db } = ctx;
  const { userId } = caller;
  const { codes, hashes } = freshCodes();
  const now = ctx.nowMs();
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const { user } = steppedUp.value;
  const messages = await noticesOfFactor(ctx, user, "recovery_codes_made", origin);
  const owner = sql`SELECT id FROM users
    WHERE id = ${userId} AND has_second_factor AND ${whileSteppedUp(caller)}`;
  const clear = db.execute(sql`DELETE FROM recovery_codes WHERE user_id IN (${owner})`);
  const make = db.execute(sql`
    WITH owner AS (${owner}), made AS (
      INSERT INTO recovery_codes (hash, user_id, created_at)
      SELECT decode(h, 'hex'), id, ${at}
      FROM owner, json_array_elements_text(${JSON.stringify(hashes)}::json) AS h
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, 'recovery_codes_made', id, ${at} FROM owner
    ), message AS (${putMessages(messages, sql`owner`, at)})
    SELECT id FROM owner`);
  const [, , { rows }] = await db.batch([db.execute(lockPerson(caller)), clear, make]);
  if (rows.length === 0) return refuse("factor_not_found");
  deliverSoon(ctx, messages);
  return done(codes);
}
