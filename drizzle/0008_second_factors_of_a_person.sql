-- A password alone shall not open an account or move much money where its person has more to show:
-- authenticator apps, passkeys and recovery codes, the challenges that they answer, and when a session
-- last proved one. What must be read again is sealed, the rest is hashed or public.
CREATE TABLE "challenges" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"session_id" uuid,
	"password_fingerprint" "bytea",
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "challenges_hash_sha256" CHECK (octet_length("challenges"."hash") = 32),
	CONSTRAINT "challenges_purpose_known" CHECK ("challenges"."purpose" IN ('log_in', 'passkey_registration', 'passkey_log_in',
        'passkey_second_factor', 'passkey_step_up')),
	CONSTRAINT "challenges_belong" CHECK (("challenges"."user_id" IS NULL) = ("challenges"."purpose" = 'passkey_log_in')
        AND ("challenges"."password_fingerprint" IS NOT NULL) = ("challenges"."purpose" = 'log_in'))
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" "bytea" NOT NULL,
	"public_key" "bytea" NOT NULL,
	"sign_count" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id"),
	CONSTRAINT "passkeys_credential_id_length" CHECK (octet_length("passkeys"."credential_id") BETWEEN 1 AND 1023),
	CONSTRAINT "passkeys_sign_count_range" CHECK ("passkeys"."sign_count" BETWEEN 0 AND 4294967295),
	CONSTRAINT "passkeys_name_length" CHECK (char_length("passkeys"."name") BETWEEN 1 AND 50)
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recovery_codes_hash_sha256" CHECK (octet_length("recovery_codes"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "totp_factors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_used_step" bigint,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "totp_factors_secret_sealed" CHECK ("totp_factors"."sealed_secret" ~ '^[\w-]+[.][\w-]{16}[.][\w-]+$'),
	CONSTRAINT "totp_factors_confirmed_by_use" CHECK (num_nonnulls("totp_factors"."confirmed_at", "totp_factors"."last_used_step", "totp_factors"."last_used_at") IN (0, 3))
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "stepped_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "has_second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp_factors" ADD CONSTRAINT "totp_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "challenges_expires_at_idx" ON "challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "challenges_user_id_idx" ON "challenges" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "passkeys_user_id_idx" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "recovery_codes_user_id_idx" ON "recovery_codes" USING btree ("user_id");