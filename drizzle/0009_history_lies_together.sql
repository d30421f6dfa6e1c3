-- A page of history read each transaction, found it again by its id, and then its entry, each at a place
-- of its own: four places a row, most of them cold in large books. Entries are now keyed by their wallet
-- first, and the key carries what a page shows of them: one place a wallet. So the transactions need no
-- index by wallet but for what failed, which has no entries; posting writes two indexes less.
ALTER TABLE "entries" DROP CONSTRAINT "entries_pkey";--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_pkey" PRIMARY KEY("wallet_id","transaction_id") INCLUDE ("amount","balance_after","seq");--> statement-breakpoint
CREATE INDEX "transactions_failed_from_wallet_id_idx" ON "transactions" USING btree ("from_wallet_id","id") WHERE "transactions"."status" = 'failed';--> statement-breakpoint
CREATE INDEX "transactions_failed_to_wallet_id_idx" ON "transactions" USING btree ("to_wallet_id","id") WHERE "transactions"."status" = 'failed';--> statement-breakpoint
DROP INDEX "transactions_from_wallet_id_idx";--> statement-breakpoint
DROP INDEX "transactions_to_wallet_id_idx";
