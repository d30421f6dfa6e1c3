-- The constraints of the migration before hold for every row. A validation reads the table while the service writes to it.
-- migrate: no transaction
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_freeze_scope_in_list";
--> statement-breakpoint
ALTER TABLE "wallets" VALIDATE CONSTRAINT "wallets_freeze_scope_while_frozen";
