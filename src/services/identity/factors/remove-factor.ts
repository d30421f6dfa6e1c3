import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../../db/audit-event.ts";
import { newId, type UserId } from "../../../domain/ids.ts";
import type { FactorChange } from "../../../domain/message.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { deliverSoon } from "../../messages/deliver-soon.ts";
import { putMessages } from "../../messages/put-messages.ts";
import { requireStepUp } from "../profile/prove-identity.ts";
import { hasActiveSession, hasSteppedUpSession } from "../sessions/session-conditions.ts";
import { writeInSteppedUpSession } from "../sessions/write-in-session.ts";
import { sealFactorNotices } from "./factor-notices.ts";

export type RemoveFactorRefusal =
  | "session_ended"
  | "account_suspended"
  | "step_up_required"
  | "factor_not_found"
  | "role_needs_factor";

type Removal = Extract<FactorChange, "totp_removed" | "passkey_removed">;

/**
 * Deletes a second factor of the caller. `factor` is the table and WHERE clause that find it.
 * Refuses with role_needs_factor when the caller has a role and this is their last factor.
 */
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
  const messages = await sealFactorNotices(ctx, steppedUp.value.user, removal);
  const own = sql`${factor} AND user_id = ${caller.userId} AND ${hasSteppedUpSession(caller)}`;
  const remove = sql`
    WITH named AS (SELECT user_id FROM ${own}), removed AS (
      DELETE FROM ${own} AND ${mayLoseFactor(caller.userId)} RETURNING user_id
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: removal, userId: sql`user_id`, from: sql`removed` })}
    ), message AS (${putMessages(messages, sql`(SELECT user_id AS id FROM removed)`, at)})
    SELECT EXISTS (SELECT FROM removed) AS is_removed FROM named`;
  const [updateUser, deleteCodes] = afterRemovalStatements(caller);
  const removed = await writeInSteppedUpSession(ctx, caller, (db) => [
    db.execute<{ is_removed: boolean }>(remove),
    db.execute(updateUser),
    db.execute(deleteCodes),
  ]);
  if (!removed.ok) return removed;
  const [row] = removed.value[0].rows;
  if (!row) return refuse("factor_not_found");
  if (!row.is_removed) return refuse("role_needs_factor");
  deliverSoon(ctx, messages);
  return done(null);
}

/**
 * The statements that follow a removal in its batch. After the last factor is removed, no second
 * factor is required and the recovery codes, which replace a factor, are deleted. Both statements
 * check for an active session: without one, the batch has locked no user row, and a factor that is
 * added concurrently would not be seen.
 */
function afterRemovalStatements(caller: Caller): readonly [SQL, SQL] {
  const { userId } = caller;
  return [
    sql`UPDATE users SET has_second_factor =
        EXISTS (SELECT FROM totp_factors WHERE user_id = ${userId} AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkeys WHERE user_id = ${userId})
      WHERE id = ${userId} AND ${hasActiveSession(caller)}`,
    sql`DELETE FROM recovery_codes WHERE user_id = ${userId}
      AND NOT (SELECT has_second_factor FROM users WHERE id = ${userId}) AND ${hasActiveSession(caller)}`,
  ];
}

/**
 * A condition, checked while the user's row is locked: the user has no role or has another factor.
 * A role must never depend on a password alone, because anybody who learns the password could then
 * enrol a factor of their own and use the role.
 */
function mayLoseFactor(userId: UserId): SQL {
  return sql`EXISTS (SELECT FROM users u WHERE u.id = ${userId} AND (u.role = 'user'
    OR (SELECT count(*) FROM totp_factors WHERE user_id = u.id AND confirmed_at IS NOT NULL)
      + (SELECT count(*) FROM passkeys WHERE user_id = u.id) > 1))`;
}
