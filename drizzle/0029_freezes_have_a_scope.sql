-- A freeze stops debits, credits or both. No scope is a freeze of an earlier release, which stops both. The Worker of
-- the release before ends freezes without the column: a trigger clears it. Updates of balances do not set the status,
-- so they do not fire the trigger. Existing rows are checked by the next migration.
ALTER TABLE "wallets" ADD COLUMN "freeze_scope" text;
--> statement-breakpoint
CREATE FUNCTION clear_freeze_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.freeze_scope := NULL;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "wallets_clear_freeze_scope" BEFORE UPDATE OF "status" ON "wallets"
  FOR EACH ROW WHEN (NEW."status" <> 'frozen' AND NEW."freeze_scope" IS NOT NULL)
  EXECUTE FUNCTION clear_freeze_scope();
--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_freeze_scope_in_list" CHECK ("wallets"."freeze_scope" IN ('debits', 'credits', 'both')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_freeze_scope_while_frozen" CHECK ("wallets"."freeze_scope" IS NULL OR "wallets"."status" = 'frozen') NOT VALID;
