-- The lists and counts of operators read a bounded part of an index: refusals by code, what waits at the provider, and
-- holds that expired without a capture. The list of audit types holds for every row.
-- Reading and building go on while the service writes.
-- migrate: no transaction
ALTER TABLE "audit_events" VALIDATE CONSTRAINT "audit_events_type_in_list";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_failed_code_posted_at_idx" ON "transactions" USING btree ("failure_code","posted_at") WHERE "transactions"."status" = 'failed';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "funding_intents_waiting_idx" ON "funding_intents" USING btree ("direction","status","id") WHERE "funding_intents"."status" IN ('pending', 'sent');
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "holds_lapsed_idx" ON "holds" USING btree ("expires_at","id") WHERE "holds"."state" = 'expired' AND "holds"."captured" = 0;
