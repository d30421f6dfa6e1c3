-- What was committed first comes first. A transaction's id tells when it was asked, not when it was committed:
-- a client that reads "the newest until one I know" lost payments that were asked earlier and committed
-- later. From here on each transaction gets posted_at, its unique place in the order of commits, under a lock
-- that is kept until COMMIT. This file lets the service write it; the next ones give it to old rows.
CREATE SEQUENCE "ledger_clock" AS bigint MINVALUE 1 START 1 CACHE 1;
--> statement-breakpoint
-- Takes the next `transactions` microseconds, and returns the first of them as a time. The lock goes with the
-- transaction, after its rows have become visible: whoever sees a posted_at sees all smaller ones. The
-- clock never goes back, whatever the machine's does. A sequence keeps it because a row that every batch
-- changes would leave a dead version for each behind every long read.
CREATE FUNCTION take_posted_at(transactions int) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE
  first bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(1, 0);
  SELECT greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, last_value + 1)
    INTO first FROM ledger_clock;
  PERFORM setval('ledger_clock', first + transactions - 1);
  RETURN timestamptz 'epoch' + first * interval '1 microsecond';
END
$$;
--> statement-breakpoint
-- Waits until every commit that has its place before `moment` is visible to the next statement: one that has
-- taken the clock may still be writing. So a list that ends at a past moment does not grow any more. A
-- minute is longer than any write may last. The lock is given back at once, by undoing its subtransaction:
-- whoever reads must not hold up who writes.
CREATE FUNCTION wait_for_commits(moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF moment < clock_timestamp() - interval '1 minute' THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(1, 0);
  RAISE EXCEPTION USING ERRCODE = 'MW000';
EXCEPTION WHEN SQLSTATE 'MW000' THEN
  RETURN;
END
$$;
--> statement-breakpoint
ALTER TABLE "transactions" ADD COLUMN "posted_at" timestamptz;
--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "posted_at" timestamptz;
--> statement-breakpoint
-- Old rows will be put at their created_at or shortly after it: the clock starts behind all of them. A second
-- is room for a million transactions that must be moved behind one another.
SELECT setval('ledger_clock', 1000000 + (extract(epoch FROM greatest(clock_timestamp(), created_at)) * 1000000)::bigint)
FROM (SELECT created_at FROM transactions ORDER BY id DESC LIMIT 1) AS last;
--> statement-breakpoint
-- For the version of the service that runs while this one is rolled out, and knows nothing of posted_at: its
-- rows get one here. It writes a transaction's two entries next to each other, and the transactions after
-- the entries. A later release drops these two triggers.
CREATE FUNCTION fill_posted_at_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last text[] := string_to_array(current_setting('mahfaza.last_posted', true), ' ');
BEGIN
  SELECT posted_at INTO NEW.posted_at FROM transactions WHERE id = NEW.transaction_id;
  IF NEW.posted_at IS NULL AND last[1] = NEW.transaction_id::text THEN
    NEW.posted_at := timestamptz 'epoch' + last[2]::bigint * interval '1 microsecond';
  ELSIF NEW.posted_at IS NULL THEN
    NEW.posted_at := take_posted_at(1);
    PERFORM set_config('mahfaza.last_posted', concat_ws(' ', NEW.transaction_id,
      (extract(epoch FROM NEW.posted_at) * 1000000)::bigint), true);
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE FUNCTION fill_posted_at_of_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Its entries, if they are there, were written in this very database transaction.
  IF NEW.status = 'success' THEN
    SELECT posted_at INTO NEW.posted_at FROM entries
      WHERE wallet_id = coalesce(NEW.to_wallet_id, NEW.from_wallet_id)
        AND posted_at >= now() AND transaction_id = NEW.id LIMIT 1;
  END IF;
  NEW.posted_at := coalesce(NEW.posted_at, take_posted_at(1));
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER entries_fill_posted_at BEFORE INSERT ON entries
  FOR EACH ROW WHEN (NEW.posted_at IS NULL) EXECUTE FUNCTION fill_posted_at_of_entry();
--> statement-breakpoint
CREATE TRIGGER transactions_fill_posted_at BEFORE INSERT ON transactions
  FOR EACH ROW WHEN (NEW.posted_at IS NULL) EXECUTE FUNCTION fill_posted_at_of_transaction();
--> statement-breakpoint
-- Until the old rows have theirs, history can still not be changed but for an empty posted_at, once.
DROP TRIGGER transactions_append_only ON transactions;
--> statement-breakpoint
CREATE TRIGGER transactions_append_only BEFORE UPDATE OF id, type, status, amount, currency, from_wallet_id,
    to_wallet_id, reference, note, failure_code, actor_id, created_at OR DELETE OR TRUNCATE ON transactions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER transactions_posted_once BEFORE UPDATE OF posted_at ON transactions
  FOR EACH ROW WHEN (OLD.posted_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
DROP TRIGGER entries_append_only ON entries;
--> statement-breakpoint
CREATE TRIGGER entries_append_only BEFORE UPDATE OF transaction_id, wallet_id, currency, amount, balance_after,
    seq OR DELETE OR TRUNCATE ON entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER entries_posted_once BEFORE UPDATE OF posted_at ON entries
  FOR EACH ROW WHEN (OLD.posted_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TABLE "posted_at_fill" ("position" uuid NOT NULL, "last" timestamptz NOT NULL, "waiting" int NOT NULL);
--> statement-breakpoint
INSERT INTO "posted_at_fill" VALUES ('00000000-0000-0000-0000-000000000000', '-infinity', 0);
--> statement-breakpoint
-- Puts the next `batch` old transactions in order, and returns those that it met. They are met in the order of
-- their ids, so of created_at; one whose wallet has an earlier entry without a place waits for that one, and
-- follows right behind it. Each gets its created_at, or the microsecond after the last that was given:
-- places are unique, rise with seq in every wallet, and lie as near to created_at as both allow.
CREATE FUNCTION fill_posted_at(batch int) RETURNS SETOF uuid LANGUAGE plpgsql
-- Statistics may know nothing yet: none of its lookups may scan a table.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  fill posted_at_fill;
  met uuid;
  due uuid[];
  done uuid[] := '{}';
  one record;
BEGIN
  SELECT * INTO fill FROM posted_at_fill FOR UPDATE;
  FOR met IN SELECT t.id FROM transactions t
    WHERE t.id > fill.position AND t.posted_at IS NULL ORDER BY t.id LIMIT batch
  LOOP
    fill.position := met;
    due := ARRAY[met];
    WHILE cardinality(due) > 0 LOOP
      -- Of the wallets with a seq alone: a counter-account's entries have no order to keep.
      SELECT t.id, t.created_at, t.posted_at, EXISTS (
          SELECT FROM entries e CROSS JOIN LATERAL (
            SELECT b.transaction_id FROM entries b
            WHERE b.wallet_id = e.wallet_id AND b.seq < e.seq ORDER BY b.seq DESC LIMIT 1
          ) AS before JOIN transactions p ON p.id = before.transaction_id
          WHERE e.wallet_id IN (t.from_wallet_id, t.to_wallet_id) AND e.transaction_id = t.id
            AND p.posted_at IS NULL) AS waits
        INTO one FROM transactions t WHERE t.id = due[1];
      due := due[2:];
      CONTINUE WHEN one.posted_at IS NOT NULL;
      IF one.waits THEN
        fill.waiting := fill.waiting + (one.id = met)::int;
        CONTINUE;
      END IF;
      fill.waiting := fill.waiting - (one.id <> met)::int;
      fill.last := greatest(one.created_at, fill.last + interval '1 microsecond');
      UPDATE transactions t SET posted_at = fill.last WHERE t.id = one.id;
      done := done || one.id;
      CONTINUE WHEN fill.waiting = 0;
      due := due || ARRAY(
        SELECT after.transaction_id FROM transactions t
        JOIN entries e ON e.wallet_id IN (t.from_wallet_id, t.to_wallet_id) AND e.transaction_id = t.id
        CROSS JOIN LATERAL (
          SELECT a.transaction_id FROM entries a
          WHERE a.wallet_id = e.wallet_id AND a.seq > e.seq ORDER BY a.seq LIMIT 1
        ) AS after
        WHERE t.id = one.id AND after.transaction_id <= met
        ORDER BY 1);
    END LOOP;
    RETURN NEXT met;
  END LOOP;
  UPDATE entries e SET posted_at = t.posted_at
    FROM unnest(done) AS d (id) JOIN transactions t ON t.id = d.id CROSS JOIN LATERAL (
      SELECT unnest(ARRAY[t.from_wallet_id, t.to_wallet_id]) AS id
      UNION SELECT w.id FROM wallets w
        WHERE w.currency = t.currency AND w.system_purpose IN ('cash_in', 'cash_out')
          AND num_nulls(t.from_wallet_id, t.to_wallet_id) > 0
    ) AS side
    WHERE e.wallet_id = side.id AND e.transaction_id = t.id;
  UPDATE posted_at_fill SET position = fill.position, last = fill.last, waiting = fill.waiting;
END
$$;
