-- Accounts hold against thieves: an operator can suspend a person; a role that one admin proposes waits for a second
-- admin; a person without a phone number is one whose unverified number somebody else has proven to own; a code can
-- claim such a number before its person has an account. The lists that grow are replaced by longer ones. The Worker of
-- the release before writes nothing that the new constraints refuse. Existing rows are checked by the next migration.
CREATE TABLE "role_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decision" text,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	CONSTRAINT "role_proposals_role_known" CHECK ("role_proposals"."role" IN ('support', 'admin')),
	CONSTRAINT "role_proposals_decision_known" CHECK ("role_proposals"."decision" IN ('approved', 'rejected', 'replaced')),
	CONSTRAINT "role_proposals_decided_by_somebody" CHECK (num_nonnulls("role_proposals"."decision", "role_proposals"."decided_at", "role_proposals"."decided_by") IN (0, 3)),
	CONSTRAINT "role_proposals_for_another" CHECK ("role_proposals"."user_id" <> "role_proposals"."proposed_by"),
	CONSTRAINT "role_proposals_approved_by_another" CHECK ("role_proposals"."decision" <> 'approved' OR "role_proposals"."decided_by" <> "role_proposals"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "audit_events" DROP CONSTRAINT "audit_events_type_known";--> statement-breakpoint
ALTER TABLE "contact_codes" DROP CONSTRAINT "contact_codes_of_somebody";--> statement-breakpoint
ALTER TABLE "contact_codes" DROP CONSTRAINT "contact_codes_purpose_known";--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_personal_data_until_deleted";--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "suspension_reason" text;--> statement-breakpoint
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_proposals" ADD CONSTRAINT "role_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "role_proposals_open_unique" ON "role_proposals" USING btree ("user_id") WHERE "role_proposals"."decision" IS NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_type_in_list" CHECK ("audit_events"."type" IN ('user_registered', 'user_logged_in', 'log_in_refused', 'user_logged_out', 'refresh_token_reused', 'refresh_retried', 'session_ended', 'other_sessions_ended', 'session_displaced', 'profile_changed', 'password_changed', 'contact_code_sent', 'contact_code_refused', 'contact_verified', 'password_reset', 'user_deleted', 'second_factor_asked', 'second_factor_proven', 'second_factor_refused', 'session_stepped_up', 'totp_enrolment_begun', 'totp_enrolled', 'totp_removed', 'passkey_added', 'passkey_renamed', 'passkey_removed', 'passkey_counter_refused', 'recovery_codes_made', 'factors_removed', 'wallet_opened', 'wallet_changed', 'ownership_refused', 'role_refused', 'role_changed', 'operators_listed', 'operator_acts_looked_up', 'user_looked_up', 'lookup_found_nobody', 'wallets_looked_up', 'audit_events_looked_up', 'wallet_frozen', 'wallet_unfrozen', 'freeze_expired', 'sessions_ended', 'user_suspended', 'suspension_lifted', 'role_proposed', 'role_proposal_rejected', 'current_password_refused', 'enrolment_code_refused', 'phone_released')) NOT VALID;--> statement-breakpoint
ALTER TABLE "contact_codes" ADD CONSTRAINT "contact_codes_without_user" CHECK ("contact_codes"."user_id" IS NOT NULL OR "contact_codes"."purpose" IN ('password_reset', 'phone_claim')) NOT VALID;--> statement-breakpoint
ALTER TABLE "contact_codes" ADD CONSTRAINT "contact_codes_purpose_in_list" CHECK ("contact_codes"."purpose" IN ('verification', 'password_reset', 'phone_claim')) NOT VALID;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_account_data_until_deleted" CHECK (num_nonnulls("users"."username", "users"."password_hash") = CASE WHEN "users"."deleted_at" IS NULL THEN 2 ELSE 0 END AND ("users"."deleted_at" IS NULL OR "users"."phone" IS NULL)) NOT VALID;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_suspended_has_reason" CHECK (("users"."suspended_at" IS NULL) = ("users"."suspension_reason" IS NULL)) NOT VALID;