-- The payer of a hold can raise and extend it: a kind of transaction of its own. A hold counts its captures and
-- amendments, because both are bounded, and remembers of which end its payer and payee were told. The Worker of the
-- release before writes nothing that the new constraints refuse, and ignores the new columns. Existing rows are checked
-- by the next migration.
ALTER TABLE "transactions" DROP CONSTRAINT "transactions_type_in_list";
--> statement-breakpoint
ALTER TABLE "transactions" DROP CONSTRAINT "transactions_links_of_type";
--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "captures" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "amendments" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "expiring_told_for" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "expired_told_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_counts_nonnegative" CHECK ("holds"."captures" >= 0 AND "holds"."amendments" >= 0) NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_type_in_list" CHECK ("transactions"."type" IN ('DEPOSIT', 'WITHDRAW', 'TRANSFER', 'EXCHANGE', 'HOLD', 'CAPTURE', 'RELEASE', 'AMENDMENT', 'REFUND', 'REVERSAL', 'ADJUSTMENT')) NOT VALID;
--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_links_of_type" CHECK (("transactions"."type" <> 'EXCHANGE' OR "transactions"."quote_id" IS NOT NULL)
        AND ("transactions"."quote_id" IS NULL OR "transactions"."type" IN ('EXCHANGE', 'TRANSFER'))
        AND ("transactions"."type" NOT IN ('CAPTURE', 'RELEASE', 'AMENDMENT') OR "transactions"."hold_id" IS NOT NULL)
        AND ("transactions"."type" <> 'HOLD' OR "transactions"."hold_id" IS NOT NULL OR "transactions"."status" = 'failed')
        AND ("transactions"."hold_id" IS NULL OR "transactions"."type" IN ('HOLD', 'CAPTURE', 'RELEASE', 'AMENDMENT', 'WITHDRAW'))
        AND ("transactions"."type" IN ('REFUND', 'REVERSAL')) = ("transactions"."original_id" IS NOT NULL)
        AND ("transactions"."funding_id" IS NULL OR "transactions"."type" IN ('DEPOSIT', 'WITHDRAW', 'HOLD', 'RELEASE'))
        AND ("transactions"."type" IN ('REVERSAL', 'ADJUSTMENT')) = ("transactions"."proposal_id" IS NOT NULL)) NOT VALID;
