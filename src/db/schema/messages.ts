import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { MessageId, UserId } from "../../domain/ids.ts";
import type { MessageKind } from "../../domain/message.ts";
import { users } from "./users.ts";

/** What is to be said to a person, written in the commit of what it tells of, until it is delivered. */
export const messages = pgTable(
  "messages",
  {
    id: uuid().$type<MessageId>().primaryKey(),
    userId: uuid("user_id")
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    kind: text().$type<MessageKind>().notNull(),
    status: text().$type<"waiting" | "delivered" | "given_up">().notNull().default("waiting"),
    /** Address and content, sealed; erased as soon as nobody has to deliver them any more. */
    sealed: text(),
    attempts: integer().notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** When the next try is due; a try that is under way has moved it on. */
    dueAt: timestamp("due_at", { withTimezone: true }).notNull(),
    /** From then on nobody is served by it. */
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
  },
  (t) => [
    index("messages_due_at_idx").on(t.dueAt).where(sql`${t.status} = 'waiting'`),
    index("messages_user_id_idx").on(t.userId),
    index("messages_created_at_idx").using("brin", t.createdAt),
    check("messages_status_known", sql`${t.status} IN ('waiting', 'delivered', 'given_up')`),
    check(
      "messages_sealed_while_waiting",
      sql`(${t.status} = 'waiting') = (${t.sealed} IS NOT NULL)`,
    ),
  ],
);
