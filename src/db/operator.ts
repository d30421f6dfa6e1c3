import { type SQL, sql } from "drizzle-orm";
import type { AuditEventType } from "../domain/audit-event.ts";
import { type AuditEventId, newId, type SessionId, type UserId } from "../domain/ids.ts";
import { OPERATOR_ROLES, type OperatorRole } from "../domain/user.ts";
import { activeSessionExists, isActive, isSteppedUp, isSuspended } from "./active-session.ts";
import { auditEvent } from "./audit-event.ts";

/** The user who makes the request, and the session of the request. */
interface Caller {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** An operator's action: the roles that may perform it, and its audit event type. */
export interface OperatorAct {
  readonly roles: readonly OperatorRole[];
  readonly type: AuditEventType;
  /**
   * Whether it changes data. It then requires a recently proven second factor, also from an
   * operator who has none enrolled: a password alone is not enough for an operator's rights.
   */
  readonly isChange?: true;
}

/** Actions that the ledger performs for a service. */
export const FREEZE: OperatorAct = { roles: OPERATOR_ROLES, type: "wallet_frozen", isChange: true };
export const UNFREEZE: OperatorAct = {
  roles: OPERATOR_ROLES,
  type: "wallet_unfrozen",
  isChange: true,
};

/** The row that `lockOperator` returns. */
export interface OperatorRow extends Record<string, unknown> {
  readonly is_allowed: boolean;
  readonly is_suspended: boolean;
  readonly is_stepped_up: boolean;
}

const isProven = ({ isChange }: OperatorAct): SQL => (isChange ? isSteppedUp() : sql`true`);

const hasRole = (roles: readonly OperatorRole[]): SQL =>
  sql`u.role IN (${sql.join(
    roles.map((role) => sql`${role}`),
    sql`, `,
  )})`;

/**
 * Locks the caller's row and session, and returns whether the caller's role allows the action, and
 * whether the caller is suspended and so may not act; no row if the session is not active. It also locks the row of `target`, the user whom the batch will
 * change. Both user rows are locked in id order, so that two operators who act on each other cannot
 * deadlock. Postgres reads a row again after it waited for the lock, so a concurrent change of the
 * role either is seen or waits.
 */
export function lockOperator(
  { userId, sessionId }: Caller,
  act: OperatorAct,
  target: UserId = userId,
): SQL {
  return sql`
    WITH locked AS MATERIALIZED (
      SELECT u.id, u.role, u.deleted_at, u.suspended_at FROM users u
      WHERE u.id IN (${userId}, ${target}) ORDER BY u.id FOR NO KEY UPDATE
    )
    SELECT ${hasRole(act.roles)} AS is_allowed, ${isSuspended()} AS is_suspended, ${isProven(act)} AS is_stepped_up
    FROM locked u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${userId} AND s.id = ${sessionId} AND ${isActive()}
    FOR SHARE OF s`;
}

/** The check of `lockOperator` as a condition for the other statements of the batch. */
export function operatorIsAllowed(caller: Caller, act: OperatorAct): SQL {
  return activeSessionExists(
    caller,
    sql`NOT ${isSuspended()} AND ${hasRole(act.roles)} AND ${isProven(act)}`,
  );
}

/** The user and wallet that an operator's event is about, and its details. */
export interface EventSubject {
  /** A query for `user_id` and `wallet_id`: one event is written for each of its rows. */
  readonly from: SQL;
  readonly details?: SQL;
}

/**
 * Writes an operator's action, with the operator's id and role, to the audit log of the affected
 * user.
 */
export function insertOperatorEvent(
  { userId }: Caller,
  { type }: OperatorAct,
  { from, details = sql`'{}'` }: EventSubject,
  nowMs: number,
  eventId: AuditEventId = newId("aud", nowMs),
): SQL {
  return auditEvent({
    id: eventId,
    type,
    userId: sql`subject.user_id`,
    walletId: sql`subject.wallet_id`,
    details,
    actorId: sql`operator.id`,
    actorRole: sql`operator.role`,
    from: sql`(${from}) AS subject, users operator`,
    where: sql`operator.id = ${userId}`,
  });
}

/** An existing user as the subject of an allowed action; no row if the user does not exist. */
export function userAsSubject(caller: Caller, act: OperatorAct, userId: UserId): SQL {
  return sql`SELECT t.id AS user_id, NULL::uuid AS wallet_id FROM users t
    WHERE t.id = ${userId} AND ${operatorIsAllowed(caller, act)}`;
}
