-- A fault in the ledger was found only when somebody ran reconcile. A job now checks what was posted since its
-- last run: here it keeps how far it got and what it found, and finds the entries of a span of time. What was
-- posted before this migration is left to npm run reconcile.
-- migrate: no transaction
CREATE TABLE IF NOT EXISTS "ledger_verifications" (
	"checker" text PRIMARY KEY NOT NULL,
	"verified_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "ledger_problems" (
	"check_name" text NOT NULL,
	"subject" text NOT NULL,
	"detail" text NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_problems_pkey" PRIMARY KEY("check_name","subject")
);
--> statement-breakpoint
INSERT INTO "ledger_verifications" ("checker", "verified_until")
SELECT 'recent', timestamptz 'epoch' + last_value * interval '1 microsecond' FROM "ledger_clock"
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Entries are written nearly in the order of posted_at, so a block range index costs the writes next to nothing.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "entries_posted_at_idx"
  ON "entries" USING brin ("posted_at") WITH (autosummarize = on);
