import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { MessageId, UserId } from "../../domain/ids.ts";
import type { MessageKind } from "../../domain/message.ts";
import { users } from "./users.ts";

/**
 * Messages to users, written in the same commit as the change that they report, and delivered
 * later.
 */
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
    /** Address and content, encrypted; erased once the message is delivered or given up. */
    sealed: text(),
    attempts: integer().notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /**
     * When the next attempt is due. An attempt sets it to the time of its retry before it sends.
     */
    dueAt: timestamp("due_at", { withTimezone: true }).notNull(),
    /** From this time on the message is not sent any more. */
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
