import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import {
  AUDIT_EVENT_TYPES,
  type AuditActorRole,
  type AuditEventType,
} from "../../domain/audit-event.ts";
import type { AuditEventId, UserId, WalletId } from "../../domain/ids.ts";
import { oneOf } from "./columns.ts";
import { users } from "./users.ts";

/** Who did what to an account. Append-only, and without personal data, so that erasure can keep it. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: uuid().$type<AuditEventId>().primaryKey(),
    type: text().$type<AuditEventType>().notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    /** The wallet that was named; it may be unknown to the books, so it is no foreign key. */
    walletId: uuid("wallet_id").$type<WalletId>(),
    details: jsonb().$type<Record<string, string | string[]>>().notNull().default({}),
    /**
     * Given by a trigger, whatever is written here: it rises strictly in the order of commits for each
     * person, and for each operator who acts.
     */
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** The operator who acted on the person; null when it was the person, or the service itself. */
    actorId: uuid("actor_id")
      .$type<UserId>()
      .references(() => users.id),
    /** What the actor was at that moment; null: the person. */
    actorRole: text("actor_role").$type<AuditActorRole>(),
  },
  (t) => [
    index("audit_events_user_id_created_at_idx").on(t.userId, t.createdAt),
    // What one operator did; the events of everybody else are not in it.
    index("audit_events_actor_id_created_at_idx")
      .on(t.actorId, t.createdAt)
      .where(sql`${t.actorId} IS NOT NULL`),
    check("audit_events_type_known", oneOf(t.type, AUDIT_EVENT_TYPES)),
    check(
      "audit_events_actor_by_role",
      sql`CASE WHEN ${t.actorRole} IN ('support', 'admin') THEN ${t.actorId} IS NOT NULL
        ELSE ${t.actorId} IS NULL AND coalesce(${t.actorRole} = 'service', true) END`,
    ),
  ],
);
