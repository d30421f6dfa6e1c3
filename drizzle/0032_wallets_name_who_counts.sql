-- Each wallet but the first of its owner in its currency names the first as the one that counts. The trigger adds its
-- balance there. The constraints of the migration before hold for every row.
-- migrate: no transaction
-- migrate: repeat until no row
UPDATE "wallets" w SET "limits_wallet_id" = (SELECT f."id" FROM "wallets" f
  WHERE f."owner_id" = w."owner_id" AND f."currency" = w."currency" AND f."limits_wallet_id" IS NULL
  ORDER BY f."id" LIMIT 1)
WHERE w."id" = ANY (ARRAY(
  SELECT n."id" FROM "wallets" n WHERE n."limits_wallet_id" IS NULL AND EXISTS (SELECT FROM "wallets" f
    WHERE f."owner_id" = n."owner_id" AND f."currency" = n."currency" AND f."limits_wallet_id" IS NULL
      AND f."id" < n."id")
  ORDER BY n."id" LIMIT 500 FOR NO KEY UPDATE));
--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "wallets_limits_unique" ON "wallets" USING btree ("owner_id","currency") WHERE "wallets"."limits_wallet_id" IS NULL AND "wallets"."owner_id" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "users" VALIDATE CONSTRAINT "users_tier_in_list";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_limit_breach_of_code";
--> statement-breakpoint
ALTER TABLE "transactions" VALIDATE CONSTRAINT "transactions_counted_if_success";
--> statement-breakpoint
ALTER TABLE "funding_intents" VALIDATE CONSTRAINT "funding_intents_failure_in_list";
--> statement-breakpoint
ALTER TABLE "funding_events" VALIDATE CONSTRAINT "funding_events_reason_in_list";
--> statement-breakpoint
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_limits_wallet_id_fk";
--> statement-breakpoint
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_limits_wallet_is_another";
--> statement-breakpoint
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_limit_usage_nonnegative";
--> statement-breakpoint
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_own_limits_is_object";
