import { type SQL, sql } from "drizzle-orm";
import { auditEvent } from "../../db/audit-event.ts";
import { newId, type PasskeyId, type UserId } from "../../domain/ids.ts";
import type { FactorChange } from "../../domain/message.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { putMessages } from "../messages/put-messages.ts";
import { factorNotices } from "./factors/factor-notices.ts";
import { requireStepUp } from "./profile/prove-identity.ts";
import { actSteppedUp } from "./sessions/act-as-user.ts";
import { whileActive, whileSteppedUp } from "./sessions/active-session.ts";

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
  const messages = await factorNotices(ctx, steppedUp.value.user, removal);
  const own = sql`${factor} AND user_id = ${caller.userId} AND ${whileSteppedUp(caller)}`;
  const remove = sql`
    WITH named AS (SELECT user_id FROM ${own}), removed AS (
      DELETE FROM ${own} AND ${mayLoseFactor(caller.userId)} RETURNING user_id
    ), event AS (
      ${auditEvent({ id: newId("aud", now), type: removal, userId: sql`user_id`, from: sql`removed` })}
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

/** Removes the caller's authenticator app; its secret is erased. */
export function removeTotp(
  ctx: ServiceContext,
  caller: Caller,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  return removeFactor(
    ctx,
    caller,
    sql`totp_factors WHERE confirmed_at IS NOT NULL`,
    "totp_removed",
  );
}

/** Removes one of the caller's passkeys: its public key is erased, so that it opens nothing more. */
export function removePasskey(
  ctx: ServiceContext,
  caller: Caller,
  id: PasskeyId,
): Promise<Outcome<null, RemoveFactorRefusal>> {
  return removeFactor(ctx, caller, sql`passkeys WHERE id = ${id}`, "passkey_removed");
}

/**
 * The statements that follow a removal, in its batch: with the last factor goes what it required, and the
 * recovery codes, which stand in for a factor only. Without a living session lockCaller has locked
 * nobody, and an addition that commits meanwhile would not be seen: then they change nothing.
 */
export function factorRemoved(caller: Caller): readonly [SQL, SQL] {
  const { userId } = caller;
  return [
    sql`UPDATE users SET has_second_factor =
        EXISTS (SELECT FROM totp_factors WHERE user_id = ${userId} AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkeys WHERE user_id = ${userId})
      WHERE id = ${userId} AND ${whileActive(caller)}`,
    sql`DELETE FROM recovery_codes WHERE user_id = ${userId}
      AND NOT (SELECT has_second_factor FROM users WHERE id = ${userId}) AND ${whileActive(caller)}`,
  ];
}

/**
 * Whether a person may lose one of their factors, as a condition under their lock: nobody holds a role on
 * a password alone, for whoever knew that would enrol a factor of their own and act with it.
 */
export function mayLoseFactor(userId: UserId): SQL {
  return sql`EXISTS (SELECT FROM users u WHERE u.id = ${userId} AND (u.role = 'user'
    OR (SELECT count(*) FROM totp_factors WHERE user_id = u.id AND confirmed_at IS NOT NULL)
      + (SELECT count(*) FROM passkeys WHERE user_id = u.id) > 1))`;
}
