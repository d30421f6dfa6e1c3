-- Old transactions get their posted_at in small batches, and the indexes that history is read by from now on
-- are built, while the service goes on. The indexes come last, so that the batches need not keep them.
-- migrate: no transaction
-- migrate: repeat until no row
SELECT FROM fill_posted_at(1000);
--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT IF EXISTS transactions_posted_at_known,
  ADD CONSTRAINT transactions_posted_at_known CHECK ("posted_at" IS NOT NULL) NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT transactions_posted_at_known;
--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT IF EXISTS entries_posted_at_known,
  ADD CONSTRAINT entries_posted_at_known CHECK ("posted_at" IS NOT NULL) NOT VALID;
--> statement-breakpoint
ALTER TABLE "entries" VALIDATE CONSTRAINT entries_posted_at_known;
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS entries_wallet_id_posted_at_unique
  ON "entries" ("wallet_id", "posted_at") INCLUDE ("transaction_id", "amount", "balance_after", "seq");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_failed_from_wallet_id_posted_at_idx"
  ON "transactions" ("from_wallet_id", "posted_at") WHERE "status" = 'failed';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_failed_to_wallet_id_posted_at_idx"
  ON "transactions" ("to_wallet_id", "posted_at") WHERE "status" = 'failed';
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_posted_at_idx"
  ON "transactions" USING brin ("posted_at") WITH (autosummarize = on);
