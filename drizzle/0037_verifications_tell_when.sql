-- Operators see when the ledger was last verified, and which part of it: the position alone does not tell whether the
-- job still runs. The Worker of the release before leaves both columns as they are.
ALTER TABLE "ledger_verifications" ADD COLUMN "verified_from" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "ledger_verifications" ADD COLUMN "verified_at" timestamp with time zone;
