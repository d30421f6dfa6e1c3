-- The constraints of the migration before hold for every row, and each link that must not be used twice has a unique
-- index. Reading and building go on while the service writes.
-- migrate: no transaction
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_hold_id_fk";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_original_id_fk";
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "transactions_quote_id_unique" ON "transactions" USING btree ("quote_id") WHERE "transactions"."quote_id" IS NOT NULL AND "transactions"."status" = 'success';
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "transactions_funding_id_unique" ON "transactions" USING btree ("funding_id") WHERE "transactions"."type" IN ('DEPOSIT', 'WITHDRAW') AND "transactions"."funding_id" IS NOT NULL AND "transactions"."status" = 'success';
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "transactions_proposal_id_unique" ON "transactions" USING btree ("proposal_id") WHERE "transactions"."proposal_id" IS NOT NULL AND "transactions"."status" = 'success';
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "transactions_hold_placed_unique" ON "transactions" USING btree ("hold_id") WHERE "transactions"."type" = 'HOLD' AND "transactions"."status" = 'success';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_hold_id_idx" ON "transactions" USING btree ("hold_id") WHERE "transactions"."hold_id" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_original_id_idx" ON "transactions" USING btree ("original_id") WHERE "transactions"."original_id" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "audit_events" VALIDATE CONSTRAINT "audit_events_type_in_list";
--> statement-breakpoint
ALTER TABLE "idempotency_keys" VALIDATE CONSTRAINT "idempotency_keys_one_typed_result";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_type_in_list";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_sides_of_type";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_links_of_type";
