-- Money is exchanged between currencies. Rates are history: append-only, and the newest one of a pair is in force until
-- it expires. A rate that jumps waits as a proposal for a second operator. A quote offers one exchange at a fixed rate. A
-- wallet in YEM belongs to the market of Aden or of Sana'a, whose rials are worth a third of each other; null is Aden. The
-- Worker of the release before writes nothing that the new constraints refuse. Existing rows are checked by the next
-- migration.
CREATE TABLE "exchange_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "exchange_rates_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"base" text NOT NULL,
	"counter" text NOT NULL,
	"market" text,
	"numerator" bigint NOT NULL,
	"denominator" bigint NOT NULL,
	"unit" bigint NOT NULL,
	"spread_basis_points" smallint NOT NULL,
	"fee_basis_points" smallint NOT NULL,
	"quote_max" bigint NOT NULL,
	"source" text NOT NULL,
	"quoted_at" timestamp with time zone,
	"set_by" uuid,
	"approved_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone NOT NULL,
	CONSTRAINT "exchange_rates_position_unique" UNIQUE("position"),
	CONSTRAINT "exchange_rates_pair_in_order" CHECK ("exchange_rates"."base" COLLATE "C" < "exchange_rates"."counter" COLLATE "C" AND 'YER' NOT IN ("exchange_rates"."base", "exchange_rates"."counter")),
	CONSTRAINT "exchange_rates_market_in_list" CHECK ("exchange_rates"."market" IN ('aden', 'sanaa')),
	CONSTRAINT "exchange_rates_market_of_rial" CHECK (("exchange_rates"."market" IS NOT NULL) = ('YEM' IN ("exchange_rates"."base", "exchange_rates"."counter"))),
	CONSTRAINT "exchange_rates_terms_within" CHECK ("exchange_rates"."numerator" BETWEEN 1 AND 999999999999999 AND "exchange_rates"."denominator" BETWEEN 1 AND 999999999999999 AND "exchange_rates"."unit" BETWEEN 1 AND 1000000
      AND "exchange_rates"."quote_max" BETWEEN 1 AND 999999999999999),
	CONSTRAINT "exchange_rates_deductions_within" CHECK ("exchange_rates"."spread_basis_points" BETWEEN 0 AND 1000 AND "exchange_rates"."fee_basis_points" BETWEEN 0 AND 1000),
	CONSTRAINT "exchange_rates_source_in_list" CHECK ("exchange_rates"."source" IN ('operator', 'feed', 'sandbox')),
	CONSTRAINT "exchange_rates_set_by_source" CHECK (("exchange_rates"."source" = 'operator') = ("exchange_rates"."set_by" IS NOT NULL)
        AND ("exchange_rates"."source" = 'feed') = ("exchange_rates"."quoted_at" IS NOT NULL)),
	CONSTRAINT "exchange_rates_approved_by_another" CHECK ("exchange_rates"."approved_by" IS NULL OR ("exchange_rates"."set_by" IS NOT NULL AND "exchange_rates"."approved_by" <> "exchange_rates"."set_by")),
	CONSTRAINT "exchange_rates_valid_after_creation" CHECK ("exchange_rates"."valid_until" > "exchange_rates"."created_at")
);
--> statement-breakpoint
CREATE TABLE "liquidity_positions" (
	"wallet_id" uuid PRIMARY KEY NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"floor" bigint NOT NULL,
	"ceiling" bigint NOT NULL,
	CONSTRAINT "liquidity_positions_within_caps" CHECK ("liquidity_positions"."position" BETWEEN "liquidity_positions"."floor" AND "liquidity_positions"."ceiling"),
	CONSTRAINT "liquidity_positions_caps_around_zero" CHECK ("liquidity_positions"."floor" <= 0 AND "liquidity_positions"."ceiling" >= 0)
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"from_currency" text NOT NULL,
	"to_currency" text NOT NULL,
	"market" text,
	"side" text NOT NULL,
	"source_amount" bigint NOT NULL,
	"fee_amount" bigint NOT NULL,
	"target_amount" bigint NOT NULL,
	"rate_id" uuid,
	"from_wallet_id" uuid,
	"to_wallet_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quotes_side_in_list" CHECK ("quotes"."side" IN ('source', 'target')),
	CONSTRAINT "quotes_market_in_list" CHECK ("quotes"."market" IN ('aden', 'sanaa')),
	CONSTRAINT "quotes_market_of_rial" CHECK (("quotes"."market" IS NOT NULL) = ('YEM' IN ("quotes"."from_currency", "quotes"."to_currency"))),
	CONSTRAINT "quotes_between_two" CHECK ("quotes"."from_currency" <> "quotes"."to_currency"),
	CONSTRAINT "quotes_amounts_positive" CHECK ("quotes"."source_amount" > 0 AND "quotes"."target_amount" > 0
        AND "quotes"."fee_amount" >= 0 AND "quotes"."fee_amount" < "quotes"."source_amount"),
	CONSTRAINT "quotes_rate_or_par" CHECK (("quotes"."rate_id" IS NULL) = ("quotes"."from_currency" = 'YER' AND "quotes"."to_currency" = 'YEM')
        AND ("quotes"."rate_id" IS NOT NULL
          OR ("quotes"."source_amount" = "quotes"."target_amount" AND "quotes"."fee_amount" = 0 AND "quotes"."market" = 'aden'))),
	CONSTRAINT "quotes_expire_after_creation" CHECK ("quotes"."expires_at" > "quotes"."created_at")
);
--> statement-breakpoint
CREATE TABLE "rate_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"base" text NOT NULL,
	"counter" text NOT NULL,
	"market" text,
	"numerator" bigint NOT NULL,
	"denominator" bigint NOT NULL,
	"unit" bigint NOT NULL,
	"spread_basis_points" smallint NOT NULL,
	"fee_basis_points" smallint NOT NULL,
	"quote_max" bigint NOT NULL,
	"valid_seconds" bigint NOT NULL,
	"proposed_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "rate_proposals_pair_in_order" CHECK ("rate_proposals"."base" COLLATE "C" < "rate_proposals"."counter" COLLATE "C" AND 'YER' NOT IN ("rate_proposals"."base", "rate_proposals"."counter")),
	CONSTRAINT "rate_proposals_market_in_list" CHECK ("rate_proposals"."market" IN ('aden', 'sanaa')),
	CONSTRAINT "rate_proposals_market_of_rial" CHECK (("rate_proposals"."market" IS NOT NULL) = ('YEM' IN ("rate_proposals"."base", "rate_proposals"."counter"))),
	CONSTRAINT "rate_proposals_terms_within" CHECK ("rate_proposals"."numerator" BETWEEN 1 AND 999999999999999 AND "rate_proposals"."denominator" BETWEEN 1 AND 999999999999999 AND "rate_proposals"."unit" BETWEEN 1 AND 1000000
      AND "rate_proposals"."quote_max" BETWEEN 1 AND 999999999999999),
	CONSTRAINT "rate_proposals_deductions_within" CHECK ("rate_proposals"."spread_basis_points" BETWEEN 0 AND 1000 AND "rate_proposals"."fee_basis_points" BETWEEN 0 AND 1000),
	CONSTRAINT "rate_proposals_valid_seconds_within" CHECK ("rate_proposals"."valid_seconds" BETWEEN 1 AND 604800),
	CONSTRAINT "rate_proposals_decision_known" CHECK ("rate_proposals"."decision" IN ('approved', 'rejected', 'replaced')),
	CONSTRAINT "rate_proposals_decided_by_somebody" CHECK (num_nonnulls("rate_proposals"."decision", "rate_proposals"."decided_at", "rate_proposals"."decided_by") IN (0, 3)),
	CONSTRAINT "rate_proposals_approved_by_another" CHECK ("rate_proposals"."decision" <> 'approved' OR "rate_proposals"."decided_by" <> "rate_proposals"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN "market" text;
--> statement-breakpoint
ALTER TABLE "exchange_rates" ADD CONSTRAINT "exchange_rates_base_currencies_code_fk" FOREIGN KEY ("base") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "exchange_rates" ADD CONSTRAINT "exchange_rates_counter_currencies_code_fk" FOREIGN KEY ("counter") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "exchange_rates" ADD CONSTRAINT "exchange_rates_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "exchange_rates" ADD CONSTRAINT "exchange_rates_approved_by_users_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "liquidity_positions" ADD CONSTRAINT "liquidity_positions_wallet_id_wallets_id_fk" FOREIGN KEY ("wallet_id") REFERENCES "public"."wallets"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_from_currency_currencies_code_fk" FOREIGN KEY ("from_currency") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_to_currency_currencies_code_fk" FOREIGN KEY ("to_currency") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_rate_id_exchange_rates_id_fk" FOREIGN KEY ("rate_id") REFERENCES "public"."exchange_rates"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_from_wallet_id_wallets_id_fk" FOREIGN KEY ("from_wallet_id") REFERENCES "public"."wallets"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_to_wallet_id_wallets_id_fk" FOREIGN KEY ("to_wallet_id") REFERENCES "public"."wallets"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rate_proposals" ADD CONSTRAINT "rate_proposals_base_currencies_code_fk" FOREIGN KEY ("base") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rate_proposals" ADD CONSTRAINT "rate_proposals_counter_currencies_code_fk" FOREIGN KEY ("counter") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rate_proposals" ADD CONSTRAINT "rate_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "rate_proposals" ADD CONSTRAINT "rate_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_market_in_list" CHECK ("wallets"."market" IN ('aden', 'sanaa')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_market_of_rial" CHECK ("wallets"."market" IS NULL OR "wallets"."currency" = 'YEM') NOT VALID;
--> statement-breakpoint
CREATE INDEX "exchange_rates_pair_position_idx" ON "exchange_rates" USING btree ("base","counter",coalesce("market", ''),"position");
--> statement-breakpoint
CREATE INDEX "quotes_user_id_expires_at_idx" ON "quotes" USING btree ("user_id","expires_at");
--> statement-breakpoint
CREATE INDEX "quotes_expires_at_idx" ON "quotes" USING brin ("expires_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "rate_proposals_open_unique" ON "rate_proposals" USING btree ("base","counter",coalesce("market", '')) WHERE "rate_proposals"."decision" IS NULL;
--> statement-breakpoint
CREATE TRIGGER exchange_rates_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exchange_rates
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What the service exchanges against, one wallet for each currency and one more for the rial of Sana'a, and one for the
-- fees: their other side, as cash_in is that of deposits.
INSERT INTO wallets (id, system_purpose, currency, market, created_at)
SELECT gen_random_uuid(), purpose, code, NULL, now()
FROM currencies CROSS JOIN (VALUES ('liquidity'), ('exchange_fees')) AS purposes (purpose)
UNION ALL
SELECT gen_random_uuid(), purpose, 'YEM', 'sanaa', now()
FROM (VALUES ('liquidity_sanaa'), ('exchange_fees_sanaa')) AS purposes (purpose);
--> statement-breakpoint
-- The caps: ten million major units in either direction, and ten thousand million rials. `npm run liquidity` changes them.
INSERT INTO liquidity_positions (wallet_id, floor, ceiling)
SELECT w.id, -cap.minor, cap.minor
FROM wallets w JOIN currencies c ON c.code = w.currency,
  LATERAL (SELECT (10 ^ (c.exponent + CASE WHEN c.code IN ('YEM', 'YER') THEN 10 ELSE 7 END))::bigint AS minor) AS cap
WHERE w.system_purpose IN ('liquidity', 'liquidity_sanaa');
