-- Guesses at passwords and codes are counted before they are tried, by source and by secret, so that
-- whoever guesses waits longer each time. Keys are keyed hashes: no phone and no address stands here.
CREATE TABLE "guess_counters" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"admits_at" timestamp with time zone,
	"right_at" timestamp with time zone,
	CONSTRAINT "guess_counters_key_sha256" CHECK (octet_length("guess_counters"."key") = 32),
	CONSTRAINT "guess_counters_tries_nonnegative" CHECK ("guess_counters"."tries" >= 0)
);
--> statement-breakpoint
CREATE INDEX "guess_counters_counted_at_idx" ON "guess_counters" USING brin ("counted_at");