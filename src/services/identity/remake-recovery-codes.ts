import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { putMessages } from "../messages/put-messages.ts";
import { sealFactorNotices } from "./factors/factor-notices.ts";
import { newCodeSet } from "./factors/new-factor.ts";
import { requireStepUp } from "./profile/prove-identity.ts";
import { hasSteppedUpSession } from "./sessions/session-conditions.ts";
import { writeInSteppedUpSession } from "./sessions/write-in-session.ts";
import { admitChange } from "./throttle/admit-change.ts";

export type RemakeCodesRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "factor_not_found"
  | "too_many_attempts";

/**
 * Replaces the caller's recovery codes with a new set, which is shown only once. Refuses with
 * factor_not_found when the caller has no second factor.
 */
export async function remakeRecoveryCodes(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<readonly string[], RemakeCodesRefusal>> {
  const steppedUp = await requireStepUp(ctx, caller);
  if (!steppedUp.ok) return steppedUp;
  const { user, hasSecondFactor } = steppedUp.value;
  // Checked before the change is counted: without a factor, a stolen session alone could use the
  // count up.
  if (!hasSecondFactor) return refuse("factor_not_found");
  const admitted = await admitChange(ctx, user.id, "factor_change");
  if (!admitted.ok) return admitted;
  const { userId } = caller;
  const { codes, hashes } = newCodeSet();
  const now = ctx.nowMs();
  const at = sql`now()`;
  const messages = await sealFactorNotices(ctx, user, "recovery_codes_made");
  const owner = sql`SELECT id FROM users
    WHERE id = ${userId} AND has_second_factor AND ${hasSteppedUpSession(caller)}`;
  const clear = sql`DELETE FROM recovery_codes WHERE user_id IN (${owner})`;
  const make = sql`
    WITH owner AS (${owner}), made AS (
      INSERT INTO recovery_codes (hash, user_id, created_at)
      SELECT decode(h, 'hex'), id, ${at}
      FROM owner, json_array_elements_text(${JSON.stringify(hashes)}::json) AS h
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: "recovery_codes_made", userId: sql`id`, from: sql`owner` })}
    ), message AS (${putMessages(messages, sql`owner`, at)})
    SELECT id FROM owner`;
  const made = await writeInSteppedUpSession(ctx, caller, (db) => [
    db.execute(clear),
    db.execute(make),
  ]);
  if (!made.ok) return made;
  if (made.value[1].rows.length === 0) return refuse("factor_not_found");
  deliverSoon(ctx, messages);
  return done(codes);
}
