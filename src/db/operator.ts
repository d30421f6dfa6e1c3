import { type SQL, sql } from "drizzle-orm";
import type { AuditEventType } from "../domain/audit-event.ts";
import { type AuditEventId, newId, type SessionId, type UserId } from "../domain/ids.ts";
import { OPERATOR_ROLES, type OperatorRole } from "../domain/user.ts";
import { isActive, isSteppedUp } from "./active-session.ts";
import { auditEvent } from "./audit-event.ts";

/** Who asks, and in which session. */
interface Caller {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** Who may do it, and what the audit trail calls it. */
export interface OperatorAct {
  readonly roles: readonly OperatorRole[];
  readonly type: AuditEventType;
  /**
   * Whether it changes something. Then the operator has proven a second factor lately; one who has none
   * must enrol one first: what operators can do is too much for a password alone.
   */
  readonly isChange?: true;
}

/** Acts that a service asks for and the ledger does. */
export const FREEZE: OperatorAct = { roles: OPERATOR_ROLES, type: "wallet_frozen", isChange: true };
export const UNFREEZE: OperatorAct = {
  roles: OPERATOR_ROLES,
  type: "wallet_unfrozen",
  isChange: true,
};

/** What the first statement of an operator's batch says of the caller. */
export interface OperatorRow extends Record<string, unknown> {
  readonly is_allowed: boolean;
  readonly is_stepped_up: boolean;
}

const isProven = ({ isChange }: OperatorAct): SQL => (isChange ? isSteppedUp() : sql`true`);

const among = (roles: readonly OperatorRole[]): SQL =>
  sql`u.role IN (${sql.join(
    roles.map((role) => sql`${role}`),
    sql`, `,
  )})`;

/**
 * Locks the caller's row and session while the session lives, and says whether their role may; no row
 * when it does not live. The row of `target`, whom the batch will change, is locked before, both in id
 * order: two operators who act on each other cannot deadlock. What is locked is read again, so a role
 * that is being taken away is seen or waits.
 */
export function lockOperator(
  { userId, sessionId }: Caller,
  act: OperatorAct,
  target: UserId = userId,
): SQL {
  return sql`
    WITH locked AS MATERIALIZED (
      SELECT u.id, u.role, u.deleted_at FROM users u
      WHERE u.id IN (${userId}, ${target}) ORDER BY u.id FOR NO KEY UPDATE
    )
    SELECT ${among(act.roles)} AS is_allowed, ${isProven(act)} AS is_stepped_up
    FROM locked u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${userId} AND s.id = ${sessionId} AND ${isActive()}
    FOR SHARE OF s`;
}

/** The same as a condition inside any other statement of the batch. */
export function whileOperator({ userId, sessionId }: Caller, act: OperatorAct): SQL {
  return sql`EXISTS (SELECT FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = ${sessionId} AND s.user_id = ${userId} AND ${isActive()}
      AND ${among(act.roles)} AND ${isProven(act)})`;
}

/** What an event tells besides who acted: whom it is about, and what it names. */
export interface EventSubject {
  /** Rows of `user_id` and `wallet_id`: an event is written for each. */
  readonly from: SQL;
  readonly details?: SQL;
}

/** Writes an operator's act into the trail of the person it is about, with who acted in which role. */
export function recordAct(
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

/** A person as the subject of an act that is allowed; no row for one who is not there. */
export function subjectById(caller: Caller, act: OperatorAct, userId: UserId): SQL {
  return sql`SELECT t.id AS user_id, NULL::uuid AS wallet_id FROM users t
    WHERE t.id = ${userId} AND ${whileOperator(caller, act)}`;
}
