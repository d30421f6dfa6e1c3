-- The constraints of the migration before hold for every row. Reading and building go on while the service writes.
-- migrate: no transaction
-- Alone, because a batch locks transactions and wallets in another order than the migration before would.
ALTER TABLE "transactions" DROP CONSTRAINT IF EXISTS "transactions_quote_id_fk",
  ADD CONSTRAINT "transactions_quote_id_fk" FOREIGN KEY ("quote_id") REFERENCES "public"."quotes"("id") ON DELETE no action ON UPDATE no action NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_quote_id_fk";
--> statement-breakpoint
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_market_in_list";
--> statement-breakpoint
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_market_of_rial";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_quote_id_idx" ON "transactions" USING btree ("quote_id") WHERE "transactions"."quote_id" IS NOT NULL;
