-- Two tables get their standard names: messages are what the service sends to people, and the word outbox is left
-- for the table of undelivered events; throttle_counters count attempts. The Worker of the release before still uses
-- the old names while this one is deployed, so views with the old names stay until a later migration drops them. They
-- show ctid, which the old Worker's deletions of expired rows use.
ALTER TABLE "outbox_messages" RENAME TO "messages";
--> statement-breakpoint
CREATE VIEW "outbox_messages" AS SELECT ctid, * FROM "messages";
--> statement-breakpoint
ALTER TABLE "messages" RENAME CONSTRAINT "outbox_messages_pkey" TO "messages_pkey";
--> statement-breakpoint
ALTER TABLE "messages" RENAME CONSTRAINT "outbox_messages_user_id_users_id_fk" TO "messages_user_id_users_id_fk";
--> statement-breakpoint
ALTER TABLE "messages" RENAME CONSTRAINT "outbox_messages_status_known" TO "messages_status_known";
--> statement-breakpoint
ALTER TABLE "messages" RENAME CONSTRAINT "outbox_messages_sealed_while_waiting" TO "messages_sealed_while_waiting";
--> statement-breakpoint
ALTER INDEX "outbox_messages_due_at_idx" RENAME TO "messages_due_at_idx";
--> statement-breakpoint
ALTER INDEX "outbox_messages_user_id_idx" RENAME TO "messages_user_id_idx";
--> statement-breakpoint
ALTER INDEX "outbox_messages_created_at_idx" RENAME TO "messages_created_at_idx";
--> statement-breakpoint
ALTER TABLE "guess_counters" RENAME TO "throttle_counters";
--> statement-breakpoint
CREATE VIEW "guess_counters" AS SELECT * FROM "throttle_counters";
--> statement-breakpoint
ALTER TABLE "throttle_counters" RENAME CONSTRAINT "guess_counters_pkey" TO "throttle_counters_pkey";
--> statement-breakpoint
ALTER TABLE "throttle_counters" RENAME CONSTRAINT "guess_counters_key_sha256" TO "throttle_counters_key_sha256";
--> statement-breakpoint
ALTER TABLE "throttle_counters" RENAME CONSTRAINT "guess_counters_tries_nonnegative" TO "throttle_counters_tries_nonnegative";
--> statement-breakpoint
ALTER INDEX "guess_counters_counted_at_idx" RENAME TO "throttle_counters_counted_at_idx";
