-- What a person pays, receives and keeps in a currency is limited. The counters stand on the first wallet of each owner
-- and currency, which the ledger locks together with the others: no other row, and no other lock for most people. The
-- Worker of the release before neither counts nor refuses; the triggers do their part for its writes, too. The next
-- migration lets existing wallets name the one that counts for them.
-- Each statement runs alone, so that it holds the lock of one table only: a batch locks these tables in another order.
-- migrate: no transaction
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "limits_wallet_id" uuid;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "siblings_balance" numeric(20, 0) DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "limit_date" date;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "out_day_sum" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "out_day_count" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "out_month_sum" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "out_month_count" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "in_day_sum" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "in_day_count" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "in_month_sum" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "in_month_count" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN IF NOT EXISTS "own_limits" jsonb;
--> statement-breakpoint
ALTER TABLE "wallets" DROP CONSTRAINT IF EXISTS "wallets_limits_wallet_id_fk",
  ADD CONSTRAINT "wallets_limits_wallet_id_fk" FOREIGN KEY ("limits_wallet_id") REFERENCES "public"."wallets"("id") ON DELETE no action ON UPDATE no action NOT VALID;
--> statement-breakpoint
ALTER TABLE "wallets" DROP CONSTRAINT IF EXISTS "wallets_limits_wallet_is_another",
  ADD CONSTRAINT "wallets_limits_wallet_is_another" CHECK ("wallets"."limits_wallet_id" IS DISTINCT FROM "wallets"."id") NOT VALID;
--> statement-breakpoint
ALTER TABLE "wallets" DROP CONSTRAINT IF EXISTS "wallets_limit_usage_nonnegative",
  ADD CONSTRAINT "wallets_limit_usage_nonnegative" CHECK (least("wallets"."out_day_sum", "wallets"."out_day_count", "wallets"."out_month_sum", "wallets"."out_month_count",
        "wallets"."in_day_sum", "wallets"."in_day_count", "wallets"."in_month_sum", "wallets"."in_month_count", "wallets"."siblings_balance") >= 0) NOT VALID;
--> statement-breakpoint
ALTER TABLE "wallets" DROP CONSTRAINT IF EXISTS "wallets_own_limits_is_object",
  ADD CONSTRAINT "wallets_own_limits_is_object" CHECK (jsonb_typeof("wallets"."own_limits") = 'object') NOT VALID;
--> statement-breakpoint
-- A new wallet names the wallet that counts for it: the first of its owner in its currency. The service
-- locks the owner's row while it opens a wallet, so two first wallets cannot be opened at the same time.
CREATE OR REPLACE FUNCTION set_limits_wallet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.limits_wallet_id := (SELECT id FROM public.wallets
    WHERE owner_id = NEW.owner_id AND currency = NEW.currency AND limits_wallet_id IS NULL AND id <> NEW.id
    ORDER BY id LIMIT 1);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER set_limits_wallet BEFORE INSERT ON "wallets" FOR EACH ROW
  WHEN (NEW.owner_id IS NOT NULL AND NEW.limits_wallet_id IS NULL) EXECUTE FUNCTION set_limits_wallet();
--> statement-breakpoint
-- The wallet that counts knows the balance of the others. The ledger has locked both.
CREATE OR REPLACE FUNCTION add_to_siblings_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.wallets SET siblings_balance = siblings_balance + NEW.balance
    - CASE WHEN TG_OP = 'UPDATE' AND OLD.limits_wallet_id IS NOT NULL THEN OLD.balance ELSE 0 END
  WHERE id = NEW.limits_wallet_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER add_to_siblings_balance_of_new AFTER INSERT ON "wallets" FOR EACH ROW
  WHEN (NEW.limits_wallet_id IS NOT NULL AND NEW.balance <> 0) EXECUTE FUNCTION add_to_siblings_balance();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER add_to_siblings_balance AFTER UPDATE OF balance, limits_wallet_id ON "wallets" FOR EACH ROW
  WHEN (NEW.limits_wallet_id IS NOT NULL
    AND (OLD.balance <> NEW.balance OR OLD.limits_wallet_id IS NULL)) EXECUTE FUNCTION add_to_siblings_balance();
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN IF NOT EXISTS "counted_on" date;
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN IF NOT EXISTS "limit_breach" jsonb;
--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT IF EXISTS "transactions_limit_breach_of_code",
  ADD CONSTRAINT "transactions_limit_breach_of_code" CHECK (("transactions"."limit_breach" IS NULL) = ("transactions"."failure_code" IS DISTINCT FROM 'limit_exceeded')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT IF EXISTS "transactions_counted_if_success",
  ADD CONSTRAINT "transactions_counted_if_success" CHECK ("transactions"."counted_on" IS NULL OR "transactions"."status" = 'success') NOT VALID;
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN IF NOT EXISTS "tier" text DEFAULT 'basic' NOT NULL;
--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT IF EXISTS "users_tier_in_list",
  ADD CONSTRAINT "users_tier_in_list" CHECK ("users"."tier" IN ('basic', 'verified', 'merchant')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "funding_intents" DROP CONSTRAINT IF EXISTS "funding_intents_failure_known";
--> statement-breakpoint
ALTER TABLE "funding_intents" DROP CONSTRAINT IF EXISTS "funding_intents_failure_in_list",
  ADD CONSTRAINT "funding_intents_failure_in_list" CHECK ("funding_intents"."failure_code" IN ('provider_failed', 'wallet_frozen', 'wallet_closed', 'balance_limit_exceeded', 'limit_exceeded')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "funding_events" DROP CONSTRAINT IF EXISTS "funding_events_reason_known";
--> statement-breakpoint
ALTER TABLE "funding_events" DROP CONSTRAINT IF EXISTS "funding_events_reason_in_list",
  ADD CONSTRAINT "funding_events_reason_in_list" CHECK ("funding_events"."reason" IN ('already_done', 'unknown_type', 'unknown_reference', 'currency_mismatch', 'amount_mismatch', 'late', 'paid_twice', 'succeeded_after_failure', 'failed_after_success', 'wallet_frozen', 'wallet_closed', 'balance_limit_exceeded', 'limit_exceeded')) NOT VALID;
