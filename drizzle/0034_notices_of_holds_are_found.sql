-- The constraints of the migration before hold for every row. The job of notices finds its holds by an index, and so
-- does a payee the holds that can be captured.
-- Reading and building go on while the service writes.
-- migrate: no transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "holds_expiring_idx" ON "holds" USING btree ("expires_at") WHERE "holds"."state" = 'open' AND "holds"."expiring_told_for" IS DISTINCT FROM "holds"."expires_at"
          AND "holds"."expires_at" - "holds"."created_at" >= interval '48 hours';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "holds_expired_idx" ON "holds" USING btree ("closed_at") WHERE "holds"."state" = 'expired' AND "holds"."expired_told_at" IS NULL;
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "holds_open_to_wallet_id_idx" ON "holds" USING btree ("to_wallet_id","id") WHERE "holds"."state" = 'open';
--> statement-breakpoint
ALTER TABLE "holds" VALIDATE CONSTRAINT "holds_counts_nonnegative";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_type_in_list";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_links_of_type";
