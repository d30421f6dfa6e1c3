-- A person sees where they are logged in: each session tells when it was last seen, on what device and
-- where. A refresh token tells which one it replaces, so that a client that lost an answer may ask again.
ALTER TABLE "refresh_tokens" ADD COLUMN "replaces" "bytea";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "place" text;--> statement-breakpoint
-- Nobody has seen the sessions of before since they began, as far as it is known.
UPDATE "sessions" SET "last_seen_at" = "created_at";
