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

/**
 * The audit log of accounts. Append-only and without personal data, so that events outlive the
 * account.
 */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: uuid().$type<AuditEventId>().primaryKey(),
    type: text().$type<AuditEventType>().notNull(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    /** The wallet that the request named. It need not exist, so this is not a foreign key. */
    walletId: uuid("wallet_id").$type<WalletId>(),
    details: jsonb().$type<Record<string, string | string[]>>().notNull().default({}),
    /**
     * Set by a trigger, which ignores the value of the INSERT. It rises strictly in the order of
     * commits, both among the events of one user and among those that one operator caused.
     */
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** The operator who acted; null: the user or the service. */
    actorId: uuid("actor_id")
      .$type<UserId>()
      .references(() => users.id),
    /** The actor's role at that time; null: the user. */
    actorRole: text("actor_role").$type<AuditActorRole>(),
  },
  (t) => [
    index("audit_events_user_id_created_at_idx").on(t.userId, t.createdAt),
    // For the list of one operator's actions; it contains only events that operators caused.
    index("audit_events_actor_id_created_at_idx")
      .on(t.actorId, t.createdAt)
      .where(sql`${t.actorId} IS NOT NULL`),
    check("audit_events_type_in_list", oneOf(t.type, AUDIT_EVENT_TYPES)),
    check(
      "audit_events_actor_by_role",
      sql`CASE WHEN ${t.actorRole} IN ('support', 'admin') THEN ${t.actorId} IS NOT NULL
        ELSE ${t.actorId} IS NULL AND coalesce(${t.actorRole} = 'service', true) END`,
    ),
  ],
);
