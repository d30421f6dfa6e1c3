-- Some people look after the others: their role stands in the books, where each of their acts reads it,
-- and the audit trail tells who acted on whom. A freeze says why it stands and when it ends; the end is on
-- the wallet's own row, so that whoever locks the row knows at no cost whether the freeze still counts.
ALTER TABLE "audit_events" ADD COLUMN "actor_id" uuid;--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "actor_role" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "role" text DEFAULT 'user' NOT NULL;--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN "freeze_reason" text;--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN "frozen_until" timestamp with time zone;--> statement-breakpoint
UPDATE "wallets" SET "freeze_reason" = 'investigation' WHERE "status" = 'frozen';--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_actor_id_idx" ON "audit_events" USING btree ("actor_id","id") WHERE "audit_events"."actor_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "users_operators_idx" ON "users" USING btree ("id") WHERE "users"."role" <> 'user';--> statement-breakpoint
CREATE INDEX "wallets_frozen_until_idx" ON "wallets" USING btree ("frozen_until") WHERE "wallets"."frozen_until" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_by_role" CHECK (CASE WHEN "audit_events"."actor_role" IN ('support', 'admin') THEN "audit_events"."actor_id" IS NOT NULL
        ELSE "audit_events"."actor_id" IS NULL AND coalesce("audit_events"."actor_role" = 'service', true) END);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_role_known" CHECK ("users"."role" IN ('user', 'support', 'admin'));--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_deleted_has_no_role" CHECK ("users"."deleted_at" IS NULL OR "users"."role" = 'user');--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_frozen_has_reason" CHECK (("wallets"."status" = 'frozen') = ("wallets"."freeze_reason" IS NOT NULL));--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_frozen_until_while_frozen" CHECK ("wallets"."frozen_until" IS NULL OR "wallets"."status" = 'frozen');