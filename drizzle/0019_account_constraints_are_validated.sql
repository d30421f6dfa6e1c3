-- The constraints of the migration before hold for every row. A validation reads the table while the service writes to it.
-- migrate: no transaction
ALTER TABLE "audit_events" VALIDATE CONSTRAINT "audit_events_type_in_list";
--> statement-breakpoint
ALTER TABLE "contact_codes" VALIDATE CONSTRAINT "contact_codes_without_user";
--> statement-breakpoint
ALTER TABLE "contact_codes" VALIDATE CONSTRAINT "contact_codes_purpose_in_list";
--> statement-breakpoint
ALTER TABLE "users" VALIDATE CONSTRAINT "users_account_data_until_deleted";
--> statement-breakpoint
ALTER TABLE "users" VALIDATE CONSTRAINT "users_suspended_has_reason";
