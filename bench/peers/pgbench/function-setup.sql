-- The functions that pgbench's scripts call. May be run again.

-- The ids that the benchmark fills: 8000 people, 9000 sessions, a000 wallets.
CREATE OR REPLACE FUNCTION bench_id(kind text, ordinal bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ('0190cafe-0000-7000-' || kind || '-' || lpad(to_hex(ordinal), 12, '0'))::uuid;

CREATE OR REPLACE FUNCTION bench_key(random_bits bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lpad(to_hex(random_bits), 16, '0');

CREATE OR REPLACE FUNCTION bench_fingerprint(payer bigint, payee bigint) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN sha256(decode(to_hex(payer + 4294967296) || to_hex(payee + 4294967296), 'hex'));

CREATE OR REPLACE FUNCTION bench_refused() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a transfer was refused: the database is not filled as the benchmark needs it';
END
$$;

-- A whole transfer in one call, without further round trips: 1.00 YEM from payer to payee.
CREATE OR REPLACE FUNCTION bench_transfer(payer bigint, payee bigint, random_bits bigint)
RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  amount_minor CONSTANT bigint := 100;
  payer_user_id CONSTANT uuid := bench_id('8000', payer);
  payer_wallet_id CONSTANT uuid := bench_id('a000', payer);
  payee_wallet_id CONSTANT uuid := bench_id('a000', payee);
  asked_fingerprint CONSTANT bytea := bench_fingerprint(payer, payee);
  asked_key CONSTANT text := bench_key(random_bits);
  new_id CONSTANT uuid := uuidv7();
  earlier idempotency_keys;
  wallet wallets;
  usable int := 0;
  payer_balance bigint;
  payer_seq bigint;
  payee_balance bigint;
  payee_seq bigint;
  posted timestamptz;
BEGIN
  PERFORM FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = bench_id('9000', payer) AND s.user_id = payer_user_id
      AND s.ended_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL;
  IF NOT FOUND THEN PERFORM bench_refused(); END IF;

  SELECT * INTO earlier FROM idempotency_keys k
    WHERE k.user_id = payer_user_id AND k.key = asked_key;
  IF FOUND AND earlier.fingerprint = asked_fingerprint THEN RETURN earlier.transaction_id; END IF;
  IF FOUND THEN PERFORM bench_refused(); END IF;

  -- In id order, so that two opposite transfers cannot deadlock.
  FOR wallet IN SELECT * FROM wallets w WHERE w.id IN (payer_wallet_id, payee_wallet_id)
    ORDER BY w.id FOR NO KEY UPDATE
  LOOP
    IF wallet.status = 'active' AND wallet.currency = 'YEM' AND (wallet.id = payee_wallet_id
      OR wallet.owner_id = payer_user_id AND wallet.balance - wallet.held >= amount_minor)
    THEN usable := usable + 1; END IF;
  END LOOP;
  IF usable <> 2 THEN PERFORM bench_refused(); END IF;

  UPDATE wallets SET balance = balance - amount_minor, seq = seq + 1 WHERE id = payer_wallet_id
    RETURNING balance, seq INTO payer_balance, payer_seq;
  UPDATE wallets SET balance = balance + amount_minor, seq = seq + 1 WHERE id = payee_wallet_id
    RETURNING balance, seq INTO payee_balance, payee_seq;
  posted := take_posted_at(1);
  INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
      reference, actor_id, created_at, posted_at)
    VALUES (new_id, 'TRANSFER', 'success', amount_minor, 'YEM', payer_wallet_id, payee_wallet_id,
      'TRF-' || asked_key, payer_user_id, uuid_extract_timestamp(new_id), posted);
  INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq, posted_at)
    VALUES
    (new_id, payer_wallet_id, 'YEM', -amount_minor, payer_balance, payer_seq, posted),
    (new_id, payee_wallet_id, 'YEM', amount_minor, payee_balance, payee_seq, posted);
  INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
    VALUES (payer_user_id, asked_key, asked_fingerprint, new_id, now());
  RETURN new_id;
END
$$;
