import { type SQL, sql } from "drizzle-orm";
import type { AuditEventType } from "../domain/audit-event.ts";
import {
  type AuditEventId,
  newId,
  type SessionId,
  type TransactionId,
  type UserId,
  type WalletId,
} from "../domain/ids.ts";
import type { Phone } from "../domain/phone.ts";
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
}

/** Actions that the ledger performs for a service. */
export const FREEZE: OperatorAct = { roles: OPERATOR_ROLES, type: "wallet_frozen" };
export const UNFREEZE: OperatorAct = { roles: OPERATOR_ROLES, type: "wallet_unfrozen" };
export const REOPEN: OperatorAct = { roles: OPERATOR_ROLES, type: "wallet_reopened" };

/**
 * The users whom an operator's request names: by id, by phone, as the owner of a wallet, or as the
 * owners of a transaction's wallets. Null: a request that names no user, for example a list.
 */
export type Target =
  | UserId
  | readonly UserId[]
  | { readonly phone: Phone }
  | { readonly ownerOf: WalletId }
  | { readonly partiesOf: TransactionId }
  | null;

/** The SQL condition that the row `person` of users is (one of) the target. */
export function isTarget(target: Target, person: SQL = sql`t`): SQL {
  if (target === null) return sql`false`;
  if (typeof target === "string") return sql`${person}.id = ${target}`;
  if ("phone" in target) return sql`${person}.phone = ${target.phone}`;
  if ("ownerOf" in target) {
    return sql`${person}.id = (SELECT owner_id FROM wallets WHERE id = ${target.ownerOf})`;
  }
  if ("partiesOf" in target) {
    // An array: the rows are found by their key, where IN would read all users.
    return sql`${person}.id = ANY(ARRAY(SELECT w.owner_id FROM transactions o
      JOIN wallets w ON w.id IN (o.from_wallet_id, o.to_wallet_id) WHERE o.id = ${target.partiesOf}))`;
  }
  const ids = target.map((id) => sql`${id}`);
  return sql`${person}.id IN (${sql.join(ids, sql`, `)})`;
}

/** The row that `lockOperator` returns. */
export interface OperatorRow extends Record<string, unknown> {
  /** Whether the caller's role allows the action at all. */
  readonly is_allowed: boolean;
  readonly is_suspended: boolean;
  readonly is_stepped_up: boolean;
  /** Whether the caller's role allows the action on this target. */
  readonly is_target_allowed: boolean;
}

const hasRole = (roles: readonly OperatorRole[]): SQL =>
  sql`u.role IN (${sql.join(
    roles.map((role) => sql`${role}`),
    sql`, `,
  )})`;

/**
 * Support acts on plain users only: not on operators, and not on itself. Admins act on everybody.
 */
const mayActOn = (people: SQL, isNamed: SQL): SQL =>
  sql`(u.role = 'admin' OR NOT EXISTS (
    SELECT FROM ${people} t WHERE ${isNamed} AND t.role <> 'user'))`;

/**
 * Locks the caller's row and session, and returns what the caller's role allows; no row if the
 * session is not active. It also locks the rows of the target, so that a role which is given to the
 * target at that moment either is seen or waits. All user rows are locked in id order, so that two
 * operators who act on each other cannot deadlock. Postgres reads a row again after it waited for
 * the lock, so a concurrent change of a role either is seen or waits.
 */
export function lockOperator({ userId, sessionId }: Caller, act: OperatorAct, target: Target): SQL {
  return sql`
    WITH locked AS MATERIALIZED (
      SELECT u.id, u.role, u.deleted_at, u.suspended_at, ${isTarget(target, sql`u`)} AS is_target FROM users u
      WHERE u.id = ${userId} OR ${isTarget(target, sql`u`)} ORDER BY u.id FOR NO KEY UPDATE
    )
    SELECT ${hasRole(act.roles)} AS is_allowed, ${isSuspended()} AS is_suspended,
      ${isSteppedUp()} AS is_stepped_up,
      ${mayActOn(sql`locked`, sql`t.is_target`)} AS is_target_allowed
    FROM locked u JOIN sessions s ON s.user_id = u.id
    WHERE u.id = ${userId} AND s.id = ${sessionId} AND ${isActive()}
    FOR SHARE OF s`;
}

export type OperatorRefusal =
  | "session_ended"
  | "role_required"
  | "account_suspended"
  | "step_up_required";

/** Why the act is refused, from the row of `lockOperator`; null if it is allowed. */
export function operatorRefusal(row: OperatorRow | undefined): OperatorRefusal | null {
  if (!row) return "session_ended";
  if (!row.is_allowed) return "role_required";
  if (row.is_suspended) return "account_suspended";
  if (!row.is_stepped_up) return "step_up_required";
  return row.is_target_allowed ? null : "role_required";
}

/**
 * The check of `lockOperator` as a condition for the other statements of the batch: the role allows
 * the action on the target, and a second factor was proven in the session within STEP_UP_SECONDS. A
 * password alone is not enough for an operator's rights, not even to read.
 */
export function operatorIsAllowed(caller: Caller, act: OperatorAct, target: Target): SQL {
  const mayAct = mayActOn(sql`users`, isTarget(target));
  return activeSessionExists(
    caller,
    sql`NOT ${isSuspended()} AND ${hasRole(act.roles)} AND ${isSteppedUp()} AND ${mayAct}`,
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
 * user. `eventId` is an expression of `subject` where the subject can have several rows.
 */
export function insertOperatorEvent(
  { userId }: Caller,
  { type }: OperatorAct,
  { from, details = sql`'{}'` }: EventSubject,
  nowMs: number,
  eventId: AuditEventId | SQL = newId("aud", nowMs),
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
    WHERE t.id = ${userId} AND ${operatorIsAllowed(caller, act, userId)}`;
}

/**
 * An expression for the operator of a user's last audit event of this type, or of the last one about
 * one wallet. `userId` and `walletId` are expressions of the statement.
 */
export function lastActor(type: AuditEventType, userId: SQL, walletId?: SQL): SQL {
  const ofWallet = walletId === undefined ? sql`` : sql` AND e.wallet_id = ${walletId}`;
  return sql`(SELECT e.actor_id FROM audit_events e
    WHERE e.user_id = ${userId}${ofWallet} AND e.type = ${type} ORDER BY e.created_at DESC LIMIT 1)`;
}

/** The operator as the subject of an allowed action that names no user, for example a list. */
export function callerAsSubject(caller: Caller, act: OperatorAct): SQL {
  return sql`SELECT ${caller.userId}::uuid AS user_id, NULL::uuid AS wallet_id
    WHERE ${operatorIsAllowed(caller, act, null)}`;
}
