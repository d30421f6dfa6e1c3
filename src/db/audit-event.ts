import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { AuditEventType } from "../domain/audit-event.ts";
import type { AuditEventId, UserId, WalletId } from "../domain/ids.ts";

/**
 * The audit events that one INSERT writes: one for each row of `from`, or a single one without
 * `from`.
 */
export interface NewAuditEvents {
  /** A value for a single event; an expression where `from` can have several rows. */
  readonly id: AuditEventId | SQLWrapper;
  readonly type: AuditEventType | SQL;
  /** The user that the event is about. */
  readonly userId: UserId | SQL;
  readonly walletId?: WalletId | SQL;
  /** Without personal data, because events are kept when an account is erased. */
  readonly details?: Readonly<Record<string, string | readonly string[]>> | SQL;
  /** The operator who acted. */
  readonly actorId?: SQL;
  /** Default: the user. */
  readonly actorRole?: "service" | SQL;
  /** The text after FROM. */
  readonly from?: SQL;
  /** The text after WHERE. */
  readonly where?: SQL;
}

/**
 * An INSERT of audit events, as a statement or inside a CTE. A trigger sets created_at of each
 * event under a lock of its user, so that the events of a user are in the order of commits.
 */
export function auditEvent(event: NewAuditEvents): SQL {
  const { id, type, userId, walletId, details, actorId, actorRole, from, where } = event;
  const detailsJson =
    details === undefined ? "{}" : isSql(details) ? details : JSON.stringify(details);
  const source = from === undefined ? sql`` : sql` FROM ${from}`;
  const condition = where === undefined ? sql`` : sql` WHERE ${where}`;
  return sql`INSERT INTO audit_events
      (id, type, user_id, wallet_id, details, actor_id, actor_role, created_at)
    SELECT ${id}::uuid, ${type}::text, ${userId}::uuid, ${walletId ?? null}::uuid,
      ${detailsJson}::jsonb, ${actorId ?? null}::uuid, ${actorRole ?? null}::text, now()${source}${condition}`;
}

/**
 * A condition for the WHERE of an audit event: fewer than `max` events of this type about this user
 * were written within the last hour; with `walletId`, about this user and this wallet, or about no
 * wallet if it is null. Audit events cannot be deleted, and a free account can cause them.
 *
 * It holds in every race: the function counts under the lock of the user's events, with a snapshot
 * of its own. It is for events without `actorId`, because it locks the events of one user only. The
 * count reads the user's last hour from audit_events_user_id_created_at_idx: some 0.1 ms, for
 * events that are about to be written only. Rows of the same INSERT are not counted.
 */
export function atMostEachHour(
  type: AuditEventType,
  userId: UserId | SQL,
  max: number | SQL,
  walletId?: WalletId | SQL | null,
): SQL {
  const wallets = walletId === undefined ? sql`NULL` : sql`ARRAY[${walletId}::uuid]`;
  return sql`audit_events_in_hour(${userId}::uuid, ${type}::text, ${wallets}) < ${max}::int`;
}

function isSql(details: NonNullable<NewAuditEvents["details"]>): details is SQL {
  return "queryChunks" in details;
}
