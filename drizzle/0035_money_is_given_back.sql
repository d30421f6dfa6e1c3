-- How much of a transaction was given back, by refunds and reversals together. Transactions are append-only, so the
-- running total is a row of its own, which no statement can raise above what the receiver got. No row: nothing was given
-- back. The Worker of the release before gives nothing back.
CREATE TABLE "refund_totals" (
	"original_id" uuid PRIMARY KEY NOT NULL,
	"amount" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"refunds" smallint NOT NULL,
	CONSTRAINT "refund_totals_refunds_bounded" CHECK ("refund_totals"."refunds" BETWEEN 0 AND 100),
	CONSTRAINT "refund_totals_within_amount" CHECK ("refund_totals"."refunded" BETWEEN 1 AND "refund_totals"."amount")
);
--> statement-breakpoint
ALTER TABLE "refund_totals" ADD CONSTRAINT "refund_totals_original_id_fk" FOREIGN KEY ("original_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- What covers a reversal whose receiver has spent the money, one wallet for each currency: the other side of the
-- service's losses, as cash_in is that of deposits.
INSERT INTO wallets (id, system_purpose, currency, created_at)
SELECT gen_random_uuid(), 'loss', code, now() FROM currencies;
