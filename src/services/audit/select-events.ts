import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import { rfc3339, timestampOf } from "../../db/instant.ts";
import { auditEvents } from "../../db/schema/index.ts";
import type { AuditEvent, AuditEventPosition } from "../../domain/audit-event.ts";
import type { UserId } from "../../domain/ids.ts";
import { microsOf } from "../../domain/instant.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";

type EventsRequest = PageRequest<AuditEventPosition>;

/**
 * Audit events of a user, last committed first; one row more than the page shows whether another
 * follows.
 */
export function selectEvents(db: HttpDatabase, userId: UserId, page: EventsRequest) {
  return selectWhere(db, eq(auditEvents.userId, userId), page);
}

/** Audit events that an operator caused, read like selectEvents. */
export function selectActs(db: HttpDatabase, operatorId: UserId, page: EventsRequest) {
  return selectWhere(db, eq(auditEvents.actorId, operatorId), page);
}

function selectWhere(db: HttpDatabase, whose: SQL, page: EventsRequest) {
  const { createdAt, id } = auditEvents;
  const { after } = page;
  const isNext =
    after &&
    sql`(${createdAt}, ${id}) < (${timestampOf(after.createdAtMicros)}, ${after.id}::uuid)`;
  return db
    .select({
      id,
      type: auditEvents.type,
      userId: auditEvents.userId,
      walletId: auditEvents.walletId,
      details: auditEvents.details,
      actorId: auditEvents.actorId,
      actorRole: auditEvents.actorRole,
      createdAt: rfc3339(createdAt),
    })
    .from(auditEvents)
    .where(and(whose, isNext ?? undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(rowsToSelect(page));
}

/** Cuts the page out of the selected rows. */
export function eventsPage(
  events: readonly AuditEvent[],
  page: EventsRequest,
): Page<AuditEvent, AuditEventPosition> {
  return pageOf(events, page, ({ createdAt, id }) => ({
    createdAtMicros: microsOf(createdAt),
    id,
  }));
}
