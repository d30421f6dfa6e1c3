-- Every transaction has its place in the order of commits now, and every index that it is read by: entries are
-- keyed by it, and history cannot be changed in any column again. Nothing here reads a table.
ALTER TABLE "transactions" ALTER COLUMN "posted_at" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT transactions_posted_at_known;
--> statement-breakpoint
ALTER TABLE "entries" ALTER COLUMN "posted_at" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "entries" DROP CONSTRAINT entries_posted_at_known,
  DROP CONSTRAINT "entries_pkey",
  ADD CONSTRAINT "entries_pkey" PRIMARY KEY USING INDEX entries_wallet_id_posted_at_unique;
--> statement-breakpoint
DROP TRIGGER transactions_posted_once ON transactions;
--> statement-breakpoint
DROP TRIGGER transactions_append_only ON transactions;
--> statement-breakpoint
CREATE TRIGGER transactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DROP TRIGGER entries_posted_once ON entries;
--> statement-breakpoint
DROP TRIGGER entries_append_only ON entries;
--> statement-breakpoint
CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DROP FUNCTION fill_posted_at(int);
--> statement-breakpoint
DROP TABLE "posted_at_fill";
