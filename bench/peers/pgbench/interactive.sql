-- One transfer, statement by statement, without HTTP and token: the cost of the interactive way for
-- Postgres alone. :hot is 0 (both random), 1 (wallet 1 pays) or 2 (wallet 1 is paid).
\set one CASE WHEN :hot = 0 THEN random(1, :wallets) ELSE 1 END
\set other (:one - 1 + random(1, :wallets - 1)) % :wallets + 1
\set payer CASE WHEN :hot = 2 THEN :other ELSE :one END
\set payee CASE WHEN :hot = 2 THEN :one ELSE :other END
\set key random(1, 9000000000000000000)
BEGIN;
SELECT count(*) AS live FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = bench_id('9000', :payer) AND s.user_id = bench_id('8000', :payer)
    AND s.ended_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL \gset
SELECT count(*) AS seen FROM idempotency_keys
  WHERE user_id = bench_id('8000', :payer) AND key = bench_key(:key) \gset
-- In id order, so that two opposite transfers cannot deadlock; one row, as \gset wants it.
WITH locked AS MATERIALIZED (
  SELECT id, owner_id, currency, status, balance - held AS available FROM wallets
  WHERE id IN (bench_id('a000', :payer), bench_id('a000', :payee)) ORDER BY id FOR NO KEY UPDATE
)
SELECT count(*) FILTER (WHERE status = 'active' AND currency = 'YEM') AS usable,
  count(*) FILTER (WHERE owner_id = bench_id('8000', :payer)
    AND id = bench_id('a000', :payer) AND available >= 100) AS able FROM locked \gset
\if :live = 1 AND :seen = 0 AND :usable = 2 AND :able = 1
UPDATE wallets SET balance = balance - 100, seq = seq + 1 WHERE id = bench_id('a000', :payer)
  RETURNING balance AS payer_balance, seq AS payer_seq \gset
UPDATE wallets SET balance = balance + 100, seq = seq + 1 WHERE id = bench_id('a000', :payee)
  RETURNING balance AS payee_balance, seq AS payee_seq \gset
INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
    reference, actor_id, created_at, posted_at)
  SELECT id, 'TRANSFER', 'success', 100, 'YEM', bench_id('a000', :payer), bench_id('a000', :payee),
    'TRF-' || bench_key(:key), bench_id('8000', :payer), uuid_extract_timestamp(id),
    take_posted_at(1)
  FROM (SELECT uuidv7() AS id) AS made
  RETURNING id AS transaction_id, posted_at \gset
INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
  VALUES
  (:transaction_id, bench_id('a000', :payer), 'YEM', -100, :payer_balance, :payer_seq, :posted_at),
  (:transaction_id, bench_id('a000', :payee), 'YEM', 100, :payee_balance, :payee_seq, :posted_at);
INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
  VALUES (bench_id('8000', :payer), bench_key(:key), bench_fingerprint(:payer, :payee),
    :transaction_id, now());
COMMIT;
\else
ROLLBACK;
-- The benchmark's wallets always have money, so a refusal means a wrongly filled database. End the run.
SELECT bench_refused();
\endif
