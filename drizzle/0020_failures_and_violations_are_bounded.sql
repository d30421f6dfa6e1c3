-- A free account can no longer write failed transactions or audit events without bound: both are counted by the hour,
-- from the index and by the function below. The idempotency keys of erased accounts go: their fingerprints are bare hashes
-- over requests, and a phone number in a request can be found by trying all numbers.
-- migrate: no transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "transactions_failed_actor_id_posted_at_idx"
  ON "transactions" ("actor_id", "posted_at", "failure_code") WHERE "status" = 'failed';
--> statement-breakpoint
-- The number of a user's events of one type within the last hour; `of_wallets` restricts it to one wallet, whose id can
-- be null. It is volatile, so that it also counts what was committed after the calling statement began; and it takes the
-- locks of the trigger put_audit_event_in_order first, in the same order. Of two concurrent statements, the second counts
-- the event of the first.
CREATE OR REPLACE FUNCTION audit_events_in_hour(of_user uuid, of_type text, of_wallets uuid[] DEFAULT NULL)
RETURNS int LANGUAGE plpgsql VOLATILE COST 10000 AS $$
BEGIN
  PERFORM FROM users WHERE id = of_user FOR KEY SHARE;
  PERFORM pg_advisory_xact_lock(hashtextextended(of_user::text, 0));
  RETURN (SELECT count(*) FROM audit_events
    WHERE user_id = of_user AND created_at > clock_timestamp() - interval '1 hour' AND type = of_type
      AND (of_wallets IS NULL OR wallet_id IS NOT DISTINCT FROM of_wallets[1]));
END
$$;
--> statement-breakpoint
-- migrate: repeat until no row
DELETE FROM "idempotency_keys" WHERE ctid = ANY (ARRAY(
  SELECT k.ctid FROM "users" u JOIN "idempotency_keys" k ON k."user_id" = u."id"
  WHERE u."deleted_at" IS NOT NULL LIMIT 1000 FOR UPDATE OF k SKIP LOCKED));
