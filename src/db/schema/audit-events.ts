import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { AuditEventType } from "../../domain/audit-event.ts";
import type { AuditEventId, UserId, WalletId } from "../../domain/ids.ts";
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
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (t) => [index("audit_events_user_id_idx").on(t.userId, t.id)],
);
