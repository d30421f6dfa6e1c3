import { sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { newId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { perUserAttempt } from "../../domain/throttle.ts";
import { type ActWait, refusalOfAct } from "../audit/bounded-act.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { putMessages } from "../messages/put-messages.ts";
import { sealFactorNotices } from "./factors/factor-notices.ts";
import { newCodeSet } from "./factors/new-factor.ts";
import { requireStepUp } from "./profile/prove-identity.ts";
import { hasSteppedUpSession } from "./sessions/session-conditions.ts";
import { writeInSteppedUpSession } from "./sessions/write-in-session.ts";
import { countedChange } from "./throttle/counted-change.ts";

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
  if (!hasSecondFactor) return refuse("factor_not_found");
  const { userId } = caller;
  const { codes, hashes } = newCodeSet();
  const now = ctx.nowMs();
  const at = sql`now()`;
  const change = countedChange(ctx, [perUserAttempt(userId, "factor_change")]);
  const messages = await sealFactorNotices(ctx, user, "recovery_codes_made");
  const owner = sql`SELECT id FROM users
    WHERE id = ${userId} AND has_second_factor AND ${hasSteppedUpSession(caller)}
      AND ${change.isAllowed}`;
  const clear = sql`DELETE FROM recovery_codes WHERE user_id IN (${owner})`;
  const make = sql`
    WITH owner AS (${owner}), made AS (
      INSERT INTO recovery_codes (hash, user_id, created_at)
      SELECT decode(h, 'hex'), id, ${at}
      FROM owner, json_array_elements_text(${JSON.stringify(hashes)}::json) AS h
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: "recovery_codes_made", userId: sql`id`, from: sql`owner` })}
    ), message AS (${putMessages(messages, sql`owner`, at)}), ${change.count(sql`EXISTS (SELECT FROM owner)`)}
    SELECT id FROM owner`;
  const made = await writeInSteppedUpSession(ctx, caller, (db) => [
    db.execute(change.lock),
    db.execute<ActWait>(change.read),
    db.execute(clear),
    db.execute(make),
  ]);
  if (!made.ok) return made;
  const [, waiting, , owners] = made.value;
  const refused = refusalOfAct(waiting);
  if (refused) return refused;
  if (owners.rows.length === 0) return refuse("factor_not_found");
  deliverSoon(ctx, messages);
  return done(codes);
}
