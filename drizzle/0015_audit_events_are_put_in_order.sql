-- Audit events had the time of the Worker that wrote them, and were listed by ids made from it: what was
-- committed later could stand earlier, and a client that reads on from the last one it knows missed it. Now the
-- database gives each event its time, rising in the order of commits for each person and each operator.
-- migrate: no transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_events_user_id_created_at_idx"
  ON "audit_events" ("user_id", "created_at");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "audit_events_actor_id_created_at_idx"
  ON "audit_events" ("actor_id", "created_at") WHERE "actor_id" IS NOT NULL;
--> statement-breakpoint
-- The locks are kept until COMMIT. People's rows come first, because the foreign keys will lock them anyway: with
-- the advisory lock already held, that could deadlock with a change of the person's row. Both people in
-- the order of their ids, as everywhere.
CREATE OR REPLACE FUNCTION put_audit_event_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- least and greatest leave out nulls: without an actor both are the person.
  one CONSTANT uuid := least(NEW.user_id, NEW.actor_id);
  other CONSTANT uuid := greatest(NEW.user_id, NEW.actor_id);
BEGIN
  PERFORM FROM users WHERE id IN (one, other) ORDER BY id FOR KEY SHARE;
  PERFORM pg_advisory_xact_lock(hashtextextended(one::text, 0));
  IF other <> one THEN
    PERFORM pg_advisory_xact_lock(hashtextextended(other::text, 0));
  END IF;
  NEW.created_at := greatest(clock_timestamp(), interval '1 microsecond' + greatest(
    (SELECT max(created_at) FROM audit_events WHERE user_id = NEW.user_id),
    (SELECT max(created_at) FROM audit_events WHERE actor_id = NEW.actor_id)));
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER audit_events_in_order BEFORE INSERT ON audit_events
  FOR EACH ROW EXECUTE FUNCTION put_audit_event_in_order();
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "audit_events_user_id_idx";
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "audit_events_actor_id_idx";
--> statement-breakpoint
-- Of transactions: the ones by posted_at serve in their place since 0013.
DROP INDEX CONCURRENTLY IF EXISTS "transactions_failed_from_wallet_id_idx";
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "transactions_failed_to_wallet_id_idx";
