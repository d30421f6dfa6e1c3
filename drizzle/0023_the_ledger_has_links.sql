-- The ledger learns more kinds of operations than two legs: exchanges, holds and their captures, refunds, reversals
-- and adjustments. A transaction names what it belongs to by typed links, each of which can succeed once. Holds reserve
-- money of a wallet. The Worker of the release before writes nothing that the new constraints refuse, and ignores the
-- new columns. Existing rows are checked by the next migration.
-- A batch reads transactions before it writes wallets, and writes audit events last: tables are locked in this order.
CREATE TABLE "holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"from_wallet_id" uuid NOT NULL,
	"to_wallet_id" uuid,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"captured" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"is_payer_voidable" boolean DEFAULT false NOT NULL,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "holds_purpose_in_list" CHECK ("holds"."purpose" IN ('payment', 'withdrawal')),
	CONSTRAINT "holds_state_in_list" CHECK ("holds"."state" IN ('open', 'captured', 'voided', 'expired')),
	CONSTRAINT "holds_amount_positive" CHECK ("holds"."amount" > 0),
	CONSTRAINT "holds_captured_within_amount" CHECK ("holds"."captured" BETWEEN 0 AND "holds"."amount"),
	CONSTRAINT "holds_closed_has_time" CHECK (("holds"."state" = 'open') = ("holds"."closed_at" IS NULL)),
	CONSTRAINT "holds_open_has_rest" CHECK ("holds"."state" <> 'open' OR "holds"."captured" < "holds"."amount"),
	CONSTRAINT "holds_sides_of_purpose" CHECK (("holds"."purpose" = 'payment') = ("holds"."to_wallet_id" IS NOT NULL)
        AND ("holds"."purpose" = 'payment') = ("holds"."expires_at" IS NOT NULL)),
	CONSTRAINT "holds_between_two" CHECK ("holds"."from_wallet_id" IS DISTINCT FROM "holds"."to_wallet_id"),
	CONSTRAINT "holds_expire_after_creation" CHECK ("holds"."expires_at" > "holds"."created_at")
);
--> statement-breakpoint
CREATE INDEX "holds_open_from_wallet_id_idx" ON "holds" USING btree ("from_wallet_id","expires_at") WHERE "holds"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "holds_open_expires_at_idx" ON "holds" USING btree ("expires_at") WHERE "holds"."state" = 'open';
--> statement-breakpoint
CREATE INDEX "holds_from_wallet_id_idx" ON "holds" USING btree ("from_wallet_id","id");
--> statement-breakpoint
CREATE INDEX "holds_to_wallet_id_idx" ON "holds" USING btree ("to_wallet_id","id");
--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT "transactions_type_known";
--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT "transactions_sides_by_type";
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "quote_id" uuid;
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "hold_id" uuid;
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "original_id" uuid;
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "funding_id" uuid;
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "proposal_id" uuid;
--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_hold_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."holds"("id") ON DELETE no action ON UPDATE no action NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_original_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_type_in_list" CHECK ("transactions"."type" IN ('DEPOSIT', 'WITHDRAW', 'TRANSFER', 'EXCHANGE', 'HOLD', 'CAPTURE', 'RELEASE', 'REFUND', 'REVERSAL', 'ADJUSTMENT')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_sides_of_type" CHECK (CASE WHEN "transactions"."type" = 'DEPOSIT' THEN "transactions"."from_wallet_id" IS NULL AND "transactions"."to_wallet_id" IS NOT NULL
        WHEN "transactions"."type" = 'WITHDRAW' THEN "transactions"."from_wallet_id" IS NOT NULL AND "transactions"."to_wallet_id" IS NULL
        WHEN "transactions"."type" = 'ADJUSTMENT' THEN num_nonnulls("transactions"."from_wallet_id", "transactions"."to_wallet_id") = 1
        WHEN "transactions"."type" = 'REVERSAL' THEN num_nonnulls("transactions"."from_wallet_id", "transactions"."to_wallet_id") > 0
        WHEN "transactions"."type" IN ('HOLD', 'RELEASE') THEN "transactions"."from_wallet_id" IS NOT NULL
        ELSE "transactions"."from_wallet_id" IS NOT NULL AND ("transactions"."to_wallet_id" IS NOT NULL OR "transactions"."status" = 'failed') END) NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_links_of_type" CHECK (("transactions"."type" <> 'EXCHANGE' OR "transactions"."quote_id" IS NOT NULL)
        AND ("transactions"."quote_id" IS NULL OR "transactions"."type" IN ('EXCHANGE', 'TRANSFER'))
        AND ("transactions"."type" NOT IN ('CAPTURE', 'RELEASE') OR "transactions"."hold_id" IS NOT NULL)
        AND ("transactions"."type" <> 'HOLD' OR "transactions"."hold_id" IS NOT NULL OR "transactions"."status" = 'failed')
        AND ("transactions"."hold_id" IS NULL OR "transactions"."type" IN ('HOLD', 'CAPTURE', 'RELEASE', 'WITHDRAW'))
        AND ("transactions"."type" IN ('REFUND', 'REVERSAL')) = ("transactions"."original_id" IS NOT NULL)
        AND ("transactions"."funding_id" IS NULL OR "transactions"."type" IN ('DEPOSIT', 'WITHDRAW', 'HOLD', 'RELEASE'))
        AND ("transactions"."type" IN ('REVERSAL', 'ADJUSTMENT')) = ("transactions"."proposal_id" IS NOT NULL)) NOT VALID;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" DROP CONSTRAINT "idempotency_keys_one_result";
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "quote_id" uuid;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "funding_id" uuid;
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_one_typed_result" CHECK (num_nonnulls("idempotency_keys"."transaction_id", "idempotency_keys"."wallet_id", "idempotency_keys"."quote_id", "idempotency_keys"."funding_id") = 1) NOT VALID;
--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_from_wallet_fk" FOREIGN KEY ("from_wallet_id","currency") REFERENCES "public"."wallets"("id","currency") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_to_wallet_fk" FOREIGN KEY ("to_wallet_id","currency") REFERENCES "public"."wallets"("id","currency") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_type_in_list";
--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_type_in_list" CHECK ("audit_events"."type" IN ('user_registered', 'user_logged_in', 'log_in_refused', 'user_logged_out', 'refresh_token_reused', 'refresh_retried', 'session_ended', 'other_sessions_ended', 'session_displaced', 'profile_changed', 'password_changed', 'contact_code_sent', 'contact_code_refused', 'contact_verified', 'password_reset', 'user_deleted', 'second_factor_asked', 'second_factor_proven', 'second_factor_refused', 'session_stepped_up', 'totp_enrolment_begun', 'totp_enrolled', 'totp_removed', 'passkey_added', 'passkey_renamed', 'passkey_removed', 'passkey_counter_refused', 'recovery_codes_made', 'factors_removed', 'wallet_opened', 'wallet_changed', 'ownership_refused', 'role_refused', 'role_changed', 'operators_listed', 'operator_acts_looked_up', 'user_looked_up', 'lookup_found_nobody', 'wallets_looked_up', 'audit_events_looked_up', 'wallet_frozen', 'wallet_unfrozen', 'freeze_expired', 'sessions_ended', 'user_suspended', 'suspension_lifted', 'role_proposed', 'role_proposal_rejected', 'current_password_refused', 'enrolment_code_refused', 'phone_released', 'rate_set', 'rate_proposed', 'rate_proposal_rejected', 'own_limits_changed', 'tier_changed', 'wallet_closed', 'wallet_reopened', 'adjustment_proposed', 'adjustment_rejected', 'adjustment_made', 'reversal_proposed', 'reversal_rejected', 'reversal_made')) NOT VALID;
