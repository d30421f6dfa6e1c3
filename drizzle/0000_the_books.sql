-- The books: people, their sessions and wallets, what was asked (transactions), what was written
-- (entries), which requests were already answered (idempotency keys), and who did what (audit events).
-- The rules of the service stand here again as constraints, so that no bug above can break them.
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"user_id" uuid NOT NULL,
	"wallet_id" uuid,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "currencies" (
	"code" text PRIMARY KEY NOT NULL,
	"exponent" smallint NOT NULL,
	CONSTRAINT "currencies_code_form" CHECK ("currencies"."code" ~ '^[A-Z]{3}$'),
	CONSTRAINT "currencies_exponent_range" CHECK ("currencies"."exponent" BETWEEN 0 AND 4)
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"transaction_id" uuid NOT NULL,
	"wallet_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"balance_after" bigint,
	"seq" bigint,
	CONSTRAINT "entries_pkey" PRIMARY KEY("transaction_id","wallet_id"),
	CONSTRAINT "entries_amount_nonzero" CHECK ("entries"."amount" <> 0),
	CONSTRAINT "entries_balance_after_nonnegative" CHECK ("entries"."balance_after" >= 0),
	CONSTRAINT "entries_seq_positive" CHECK ("entries"."seq" > 0),
	CONSTRAINT "entries_seq_with_balance" CHECK (("entries"."seq" IS NULL) = ("entries"."balance_after" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"user_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" "bytea" NOT NULL,
	"transaction_id" uuid,
	"wallet_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("user_id","key"),
	CONSTRAINT "idempotency_keys_one_result" CHECK (num_nonnulls("idempotency_keys"."transaction_id", "idempotency_keys"."wallet_id") = 1),
	CONSTRAINT "idempotency_keys_key_length" CHECK (char_length("idempotency_keys"."key") BETWEEN 1 AND 255),
	CONSTRAINT "idempotency_keys_fingerprint_sha256" CHECK (octet_length("idempotency_keys"."fingerprint") = 32)
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	CONSTRAINT "refresh_tokens_hash_sha256" CHECK (octet_length("refresh_tokens"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "sessions_end_has_reason" CHECK (("sessions"."ended_at" IS NULL) = ("sessions"."end_reason" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"from_wallet_id" uuid,
	"to_wallet_id" uuid,
	"reference" text NOT NULL,
	"note" text,
	"failure_code" text,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "transactions_reference_unique" UNIQUE("reference"),
	CONSTRAINT "transactions_amount_positive" CHECK ("transactions"."amount" > 0),
	CONSTRAINT "transactions_type_known" CHECK ("transactions"."type" IN ('DEPOSIT', 'WITHDRAW', 'TRANSFER')),
	CONSTRAINT "transactions_failure_has_code" CHECK (("transactions"."status" = 'success' AND "transactions"."failure_code" IS NULL) OR ("transactions"."status" = 'failed' AND "transactions"."failure_code" IS NOT NULL)),
	CONSTRAINT "transactions_sides_by_type" CHECK (CASE "transactions"."type" WHEN 'DEPOSIT' THEN "transactions"."from_wallet_id" IS NULL AND "transactions"."to_wallet_id" IS NOT NULL
        WHEN 'WITHDRAW' THEN "transactions"."from_wallet_id" IS NOT NULL AND "transactions"."to_wallet_id" IS NULL
        ELSE "transactions"."from_wallet_id" IS NOT NULL AND ("transactions"."to_wallet_id" IS NOT NULL OR "transactions"."status" = 'failed') END),
	CONSTRAINT "transactions_success_between_two" CHECK ("transactions"."status" = 'failed' OR "transactions"."from_wallet_id" IS DISTINCT FROM "transactions"."to_wallet_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text,
	"phone" text,
	"password_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "users_phone_unique" UNIQUE("phone"),
	CONSTRAINT "users_phone_e164" CHECK ("users"."phone" ~ '^[+][1-9][0-9]{6,14}$'),
	CONSTRAINT "users_personal_data_until_deleted" CHECK (num_nonnulls("users"."username", "users"."phone", "users"."password_hash") = CASE WHEN "users"."deleted_at" IS NULL THEN 3 ELSE 0 END)
);
--> statement-breakpoint
CREATE TABLE "wallets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid,
	"system_purpose" text,
	"currency" text NOT NULL,
	"label" text,
	"status" text DEFAULT 'active' NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	"held" bigint DEFAULT 0 NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wallets_id_currency_unique" UNIQUE("id","currency"),
	CONSTRAINT "wallets_balance_nonnegative" CHECK ("wallets"."balance" >= 0),
	CONSTRAINT "wallets_held_within_balance" CHECK ("wallets"."held" BETWEEN 0 AND "wallets"."balance"),
	CONSTRAINT "wallets_seq_nonnegative" CHECK ("wallets"."seq" >= 0),
	CONSTRAINT "wallets_status_known" CHECK ("wallets"."status" IN ('active', 'frozen', 'closed')),
	CONSTRAINT "wallets_owner_or_system" CHECK (num_nonnulls("wallets"."owner_id", "wallets"."system_purpose") = 1),
	CONSTRAINT "wallets_closed_is_empty" CHECK ("wallets"."status" <> 'closed' OR "wallets"."balance" = 0),
	CONSTRAINT "wallets_closed_is_not_default" CHECK ("wallets"."status" <> 'closed' OR NOT "wallets"."is_default"),
	CONSTRAINT "wallets_system_has_no_balance" CHECK ("wallets"."system_purpose" IS NULL OR ("wallets"."balance" = 0 AND "wallets"."seq" = 0))
)
-- Balances change in place and no index holds them: room on the page keeps each change to one page.
WITH (fillfactor = 60);
--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_wallet_id_currency_fk" FOREIGN KEY ("wallet_id","currency") REFERENCES "public"."wallets"("id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_wallet_id_wallets_id_fk" FOREIGN KEY ("wallet_id") REFERENCES "public"."wallets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_currency_currencies_code_fk" FOREIGN KEY ("currency") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_from_wallet_id_wallets_id_fk" FOREIGN KEY ("from_wallet_id") REFERENCES "public"."wallets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_to_wallet_id_wallets_id_fk" FOREIGN KEY ("to_wallet_id") REFERENCES "public"."wallets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_currency_currencies_code_fk" FOREIGN KEY ("currency") REFERENCES "public"."currencies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_user_id_idx" ON "audit_events" USING btree ("user_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_wallet_id_seq_unique" ON "entries" USING btree ("wallet_id","seq") WHERE "entries"."seq" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "refresh_tokens_session_id_idx" ON "refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expires_at_idx" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "transactions_from_wallet_id_idx" ON "transactions" USING btree ("from_wallet_id","id");--> statement-breakpoint
CREATE INDEX "transactions_to_wallet_id_idx" ON "transactions" USING btree ("to_wallet_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_default_unique" ON "wallets" USING btree ("owner_id","currency") WHERE "wallets"."is_default";--> statement-breakpoint
CREATE UNIQUE INDEX "wallets_system_unique" ON "wallets" USING btree ("currency","system_purpose") WHERE "wallets"."system_purpose" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "wallets_owner_id_idx" ON "wallets" USING btree ("owner_id","id") WHERE "wallets"."owner_id" IS NOT NULL;