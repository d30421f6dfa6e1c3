-- A person shows that a phone or an e-mail address is theirs by bringing back a code that was sent there.
-- What is to be sent stands in the outbox, in the commit of what it tells of, so that nothing is lost.
CREATE TABLE "contact_codes" (
	"request_hash" "bytea" PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"spent_at" timestamp with time zone,
	CONSTRAINT "contact_codes_purpose_known" CHECK ("contact_codes"."purpose" IN ('verification', 'password_reset')),
	CONSTRAINT "contact_codes_channel_known" CHECK ("contact_codes"."channel" IN ('phone', 'email')),
	CONSTRAINT "contact_codes_request_sha256" CHECK (octet_length("contact_codes"."request_hash") = 32),
	CONSTRAINT "contact_codes_hash_hmac" CHECK (octet_length("contact_codes"."hash") = 32),
	CONSTRAINT "contact_codes_attempts_within" CHECK ("contact_codes"."attempts" BETWEEN 0 AND 5)
);
--> statement-breakpoint
CREATE TABLE "outbox_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"sealed" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outbox_messages_status_known" CHECK ("outbox_messages"."status" IN ('waiting', 'delivered', 'given_up')),
	CONSTRAINT "outbox_messages_sealed_while_waiting" CHECK (("outbox_messages"."status" = 'waiting') = ("outbox_messages"."sealed" IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contact_codes" ADD CONSTRAINT "contact_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_messages" ADD CONSTRAINT "outbox_messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_codes_user_id_idx" ON "contact_codes" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "contact_codes_expires_at_idx" ON "contact_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "outbox_messages_due_at_idx" ON "outbox_messages" USING btree ("due_at") WHERE "outbox_messages"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "outbox_messages_user_id_idx" ON "outbox_messages" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "outbox_messages_created_at_idx" ON "outbox_messages" USING brin ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_verified_unique" ON "users" USING btree (lower("email")) WHERE "users"."email_verified_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_email_form" CHECK ("users"."email" ~ '^[^@[:space:]]{1,64}@[^@[:space:]]+$');--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_email_length" CHECK (char_length("users"."email") <= 254);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_verified_is_there" CHECK (("users"."phone_verified_at" IS NULL OR "users"."phone" IS NOT NULL) AND ("users"."email_verified_at" IS NULL OR "users"."email" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_email_until_deleted" CHECK ("users"."deleted_at" IS NULL OR "users"."email" IS NULL);