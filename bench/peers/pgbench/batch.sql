-- 64 transfers in one statement and one commit: the best case of batching. :hot as in interactive.sql.
-- One statement cannot decide one transfer after another, so a wallet without money would fail the whole
-- batch by its constraint; the benchmark's wallets always have money.
WITH picked AS MATERIALIZED (
  SELECT i, CASE WHEN :hot = 0 THEN floor(random() * :wallets)::bigint + 1 ELSE 1 END AS one,
    floor(random() * (:wallets - 1))::bigint + 1 AS step
  FROM generate_series(1, 64) AS i
), sided AS MATERIALIZED (
  SELECT i, one, (one - 1 + step) % :wallets + 1 AS other FROM picked
), asked AS MATERIALIZED (
  SELECT i, uuidv7() AS id, gen_random_uuid()::text AS key,
    CASE WHEN :hot = 2 THEN other ELSE one END AS payer,
    CASE WHEN :hot = 2 THEN one ELSE other END AS payee
  FROM sided
), named AS MATERIALIZED (
  SELECT *, bench_id('8000', payer) AS user_id, bench_id('9000', payer) AS session_id,
    bench_id('a000', payer) AS from_id, bench_id('a000', payee) AS to_id,
    bench_fingerprint(payer, payee) AS fingerprint
  FROM asked
), locked AS MATERIALIZED (
  SELECT w.id, w.owner_id, w.currency, w.status, w.balance, w.seq FROM wallets w
  WHERE w.id IN (SELECT from_id FROM named UNION SELECT to_id FROM named)
  ORDER BY w.id FOR NO KEY UPDATE
), allowed AS MATERIALIZED (
  SELECT n.* FROM named n
  JOIN locked f ON f.id = n.from_id AND f.owner_id = n.user_id
    AND f.status = 'active' AND f.currency = 'YEM'
  JOIN locked t ON t.id = n.to_id AND t.status = 'active' AND t.currency = 'YEM'
  JOIN sessions s ON s.id = n.session_id AND s.user_id = n.user_id
    AND s.ended_at IS NULL AND s.expires_at > now()
  JOIN users u ON u.id = n.user_id AND u.deleted_at IS NULL
  WHERE NOT EXISTS (SELECT FROM idempotency_keys k WHERE k.user_id = n.user_id AND k.key = n.key)
), clock AS MATERIALIZED (
  -- After the wallets' locks, as everywhere: the clock's lock is held until COMMIT.
  SELECT take_posted_at(count(*)::int) AS first FROM allowed
), placed AS MATERIALIZED (
  SELECT a.*, clock.first + (row_number() OVER (ORDER BY a.i) - 1) * interval '1 microsecond' AS posted_at
  FROM allowed a, clock
), leg AS (
  SELECT i, posted_at, id AS transaction_id, from_id AS wallet_id, -100 AS amount FROM placed
  UNION ALL SELECT i, posted_at, id, to_id, 100 FROM placed
), entry AS MATERIALIZED (
  SELECT l.transaction_id, l.wallet_id, l.amount, l.posted_at,
    w.balance + sum(l.amount) OVER history AS balance_after,
    w.seq + row_number() OVER history AS seq,
    row_number() OVER (PARTITION BY l.wallet_id ORDER BY l.i DESC) = 1 AS is_last
  FROM leg l JOIN locked w ON w.id = l.wallet_id
  WINDOW history AS (PARTITION BY l.wallet_id ORDER BY l.i)
), recorded AS (
  INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
    reference, actor_id, created_at, posted_at)
  SELECT id, 'TRANSFER', 'success', 100, 'YEM', from_id, to_id, 'TRF-' || key, user_id,
    uuid_extract_timestamp(id), posted_at
  FROM placed
), written AS (
  INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
  SELECT transaction_id, wallet_id, 'YEM', amount, balance_after, seq, posted_at FROM entry
), keyed AS (
  INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
  SELECT user_id, key, fingerprint, id, now() FROM placed
)
UPDATE wallets w SET balance = e.balance_after, seq = e.seq FROM entry e
WHERE w.id = e.wallet_id AND e.is_last;
