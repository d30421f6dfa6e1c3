import { and, desc, eq, lt } from "drizzle-orm";
import type { HttpDatabase } from "../../db/connect.ts";
import { auditEvents } from "../../db/schema/index.ts";
import type { AuditEvent } from "../../domain/audit-event.ts";
import { type Page, type PageRequest, pageOf } from "../../domain/history.ts";
import type { AuditEventId, UserId } from "../../domain/ids.ts";

/** A person's events, newest first, one more than the page has. */
export function selectEvents(
  db: HttpDatabase,
  userId: UserId,
  { after, limit }: PageRequest<AuditEventId>,
) {
  return db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.userId, userId), after ? lt(auditEvents.id, after) : undefined))
    .orderBy(desc(auditEvents.id))
    .limit(limit + 1);
}

/** The page of what selectEvents found. */
export function eventsPage(
  rows: readonly (typeof auditEvents.$inferSelect)[],
  { limit }: PageRequest<AuditEventId>,
): Page<AuditEvent, AuditEventId> {
  const events = rows.map(
    ({ id, type, userId, walletId, details, actorId, actorRole, createdAt }): AuditEvent => ({
      id,
      type,
      userId,
      walletId,
      details,
      actorId,
      actorRole,
      createdAtMs: createdAt.getTime(),
    }),
  );
  return pageOf(events, limit, ({ id }) => id);
}
