// Rows that each version of the schema could hold, written as that version knew its tables. A migration that adds a
// table adds rows of it here: the test that reads them says so.

const id = (n: number): string => `018b0000-0000-7000-8000-${`${n}`.padStart(12, "0")}`;
const [SALMA, OMAR, GONE, OPERATOR] = [1, 2, 3, 4].map(id);
const [SALMA_YEM, SALMA_USD, OMAR_YEM, OMAR_FROZEN, OMAR_CLOSED] = [11, 12, 13, 14, 15].map(id);
const [SESSION, ENDED] = [5, 6].map(id);
const MADE = "'2023-10-05T13:21:21.920Z'";

const counter = (purpose: "cash_in" | "cash_out"): string =>
  `(SELECT id FROM wallets WHERE currency = 'YEM' AND system_purpose = '${purpose}')`;

/** Puts an entry on each side, as a batch does, and moves the balances. */
function posting(
  n: number,
  type: string,
  [from, to]: [string | null, string | null],
  amount: number,
  ids: Readonly<Record<string, string>> = { actor_id: SALMA ?? "" },
) {
  const at = `${MADE}::timestamptz + ${n} * interval '1 minute'`;
  const side = (
    wallet: string | null | undefined,
    sign: number,
    purpose: "cash_in" | "cash_out",
  ) =>
    wallet
      ? `SELECT '${id(n)}'::uuid, w.id, 'YEM', ${sign * amount}, w.balance + ${sign * amount}, w.seq + 1
         FROM wallets w WHERE w.id = '${wallet}'`
      : `SELECT '${id(n)}'::uuid, ${counter(purpose)}, 'YEM', ${sign * amount}, NULL::bigint, NULL::bigint`;
  const quoted = (wallet: string | null | undefined) => (wallet ? `'${wallet}'` : "NULL");
  return [
    `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id, reference, note,
       ${Object.keys(ids)}, created_at)
     VALUES ('${id(n)}', '${type}', 'success', ${amount}, 'YEM', ${quoted(from)}, ${quoted(to)}, 'REF-${n}',
       'مذكرة ${n}', ${Object.values(ids).map(quoted)}, ${at})`,
    `INSERT INTO entries (transaction_id, wallet_id, currency, amount, balance_after, seq)
     ${side(from, -1, "cash_in")} UNION ALL ${side(to, 1, "cash_out")}`,
    `UPDATE wallets w SET balance = e.balance_after, seq = e.seq FROM entries e
     WHERE e.transaction_id = '${id(n)}' AND e.wallet_id = w.id AND e.seq IS NOT NULL`,
  ];
}

const failed = (n: number, code: string): string =>
  `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, reference, failure_code,
     actor_id, created_at)
   VALUES ('${id(n)}', 'WITHDRAW', 'failed', 99999, 'YEM', '${SALMA_YEM}', 'REF-${n}', '${code}', '${SALMA}',
     ${MADE}::timestamptz + ${n} * interval '1 minute')`;

const event = (n: number, type: string, columns = "", values = ""): string =>
  `INSERT INTO audit_events (id, type, user_id, created_at${columns})
   VALUES ('${id(n)}', '${type}', '${SALMA}', ${MADE}${values})`;

/** By the migration after which they are written; in its version nothing later is there. */
export const ROWS: Readonly<Record<string, readonly string[]>> = {
  "0002_currencies_and_counter_accounts": [
    `INSERT INTO users (id, username, phone, password_hash, created_at, updated_at, deleted_at) VALUES
      ('${SALMA}', 'سلمى', '+967777000301', 'hash', ${MADE}, ${MADE}, NULL),
      ('${OMAR}', 'Omar', '+967777000302', 'hash', ${MADE}, ${MADE}, NULL),
      ('${GONE}', NULL, NULL, NULL, ${MADE}, ${MADE}, ${MADE}),
      ('${OPERATOR}', 'Amal', '+967777000304', 'hash', ${MADE}, ${MADE}, NULL)`,
    `INSERT INTO wallets (id, owner_id, currency, label, status, is_default, created_at) VALUES
      ('${SALMA_YEM}', '${SALMA}', 'YEM', NULL, 'active', true, ${MADE}),
      ('${SALMA_USD}', '${SALMA}', 'USD', 'مدخرات', 'active', true, ${MADE}),
      ('${OMAR_YEM}', '${OMAR}', 'YEM', NULL, 'active', true, ${MADE}),
      ('${OMAR_FROZEN}', '${OMAR}', 'YEM', 'shop', 'frozen', false, ${MADE}),
      ('${OMAR_CLOSED}', '${OMAR}', 'YEM', 'old', 'closed', false, ${MADE})`,
    `INSERT INTO sessions (id, user_id, created_at, expires_at, ended_at, end_reason) VALUES
      ('${SESSION}', '${SALMA}', ${MADE}, '2033-01-01', NULL, NULL),
      ('${ENDED}', '${OMAR}', ${MADE}, '2033-01-01', ${MADE}, 'logout')`,
    `INSERT INTO refresh_tokens (hash, session_id, created_at) VALUES (sha256('token'), '${SESSION}', ${MADE})`,
    ...posting(21, "DEPOSIT", [null, SALMA_YEM ?? ""], 1_000),
    ...posting(22, "TRANSFER", [SALMA_YEM ?? "", OMAR_YEM ?? ""], 250),
    ...posting(23, "TRANSFER", [OMAR_YEM ?? "", OMAR_FROZEN ?? ""], 100),
    ...posting(24, "WITHDRAW", [SALMA_YEM ?? "", null], 50),
    failed(25, "insufficient_funds"),
    `INSERT INTO idempotency_keys (user_id, key, fingerprint, transaction_id, created_at)
     VALUES ('${SALMA}', 'key', sha256('body'), '${id(22)}', ${MADE})`,
    event(31, "user_registered"),
    event(32, "ownership_refused", ", wallet_id", `, '${OMAR_YEM}'`),
  ],
  "0003_operators_and_freezes": [
    `UPDATE users SET role = 'support' WHERE id = '${OPERATOR}'`,
    `UPDATE wallets SET status = 'frozen', freeze_reason = 'owner_request', frozen_until = '2033-01-01'
     WHERE id = '${SALMA_USD}'`,
    event(33, "wallet_frozen", ", actor_id, actor_role", `, '${OPERATOR}', 'support'`),
    event(34, "role_changed", ", actor_role", ", 'service'"),
  ],
  "0004_guesses_are_counted": [
    `INSERT INTO guess_counters (key, tries, counted_at, right_at)
     VALUES (sha256('subject'), 3, ${MADE}, ${MADE})`,
  ],
  "0005_sessions_tell_where_they_are": [
    `UPDATE sessions SET device = 'Chrome on Android', place = 'Aden, YE' WHERE id = '${SESSION}'`,
    `INSERT INTO refresh_tokens (hash, session_id, created_at, replaces)
     VALUES (sha256('next'), '${SESSION}', ${MADE}, sha256('token'))`,
  ],
  "0006_contacts_are_verified_by_codes": [
    `UPDATE users SET email = 'salma@example.com', email_verified_at = ${MADE} WHERE id = '${SALMA}'`,
    `INSERT INTO contact_codes (request_hash, user_id, purpose, channel, hash, created_at, expires_at)
     VALUES (sha256('request'), '${SALMA}', 'verification', 'phone', sha256('code'), ${MADE}, '2033-01-01')`,
    `INSERT INTO outbox_messages (id, user_id, kind, sealed, created_at, due_at, expires_at)
     VALUES ('${id(41)}', '${SALMA}', 'verification', 'kid.iv.text', ${MADE}, ${MADE}, '2033-01-01')`,
  ],
  "0007_a_reset_of_nobody_is_kept": [
    `INSERT INTO contact_codes (request_hash, purpose, channel, hash, created_at, expires_at)
     VALUES (sha256('nobody'), 'password_reset', 'phone', sha256('code'), ${MADE}, '2033-01-01')`,
  ],
  "0008_second_factors_of_a_person": [
    `UPDATE users SET has_second_factor = true WHERE id = '${OPERATOR}'`,
    `INSERT INTO totp_factors (user_id, sealed_secret, created_at, confirmed_at, last_used_step, last_used_at)
     VALUES ('${OPERATOR}', 'kid.0123456789abcdef.text', ${MADE}, ${MADE}, 5, ${MADE})`,
    `INSERT INTO passkeys (id, user_id, credential_id, public_key, sign_count, transports, name, created_at)
     VALUES ('${id(51)}', '${OPERATOR}', 'credential', 'public', 7, '{usb,nfc}', 'key', ${MADE})`,
    `INSERT INTO recovery_codes (hash, user_id, created_at)
     VALUES (sha256('recovery'), '${OPERATOR}', ${MADE})`,
    `INSERT INTO challenges (hash, purpose, expires_at)
     VALUES (sha256('challenge'), 'passkey_log_in', '2033-01-01')`,
  ],
  "0009_history_lies_together": posting(26, "TRANSFER", [SALMA_YEM ?? "", OMAR_YEM ?? ""], 30),
  "0010_a_new_password_is_known_to_nobody": [
    `UPDATE users SET password_changed_at = ${MADE} WHERE id = '${OMAR}'`,
  ],
  // From here on a trigger gives what is posted its place in the order of commits.
  "0012_commits_are_put_in_order": [
    ...posting(27, "TRANSFER", [OMAR_YEM ?? "", SALMA_YEM ?? ""], 5),
    failed(28, "wallet_frozen"),
  ],
  "0016_the_ledger_is_verified": [
    `INSERT INTO ledger_problems (check_name, subject, detail) VALUES ('currency_sum', 'YEM', 'put right')`,
  ],
  "0018_accounts_hold_against_thieves": [
    `UPDATE users SET suspended_at = ${MADE}, suspension_reason = 'investigation' WHERE id = '${OMAR}'`,
    `INSERT INTO role_proposals (id, user_id, role, proposed_by, created_at, expires_at)
     VALUES ('${id(61)}', '${SALMA}', 'support', '${OPERATOR}', ${MADE}, ${MADE})`,
  ],
  "0024_links_of_the_ledger_are_validated": [
    `INSERT INTO holds (id, purpose, from_wallet_id, to_wallet_id, currency, amount, created_at, expires_at)
     VALUES ('${id(901)}', 'payment', '${SALMA_YEM}', '${OMAR_YEM}', 'YEM', 1, ${MADE}, ${MADE}::timestamptz + interval '1 day')`,
    `UPDATE wallets SET held = 1 WHERE id = '${SALMA_YEM}'`,
  ],
  "0026_exchange_constraints_are_validated": [
    `INSERT INTO exchange_rates (id, base, counter, market, numerator, denominator, unit, spread_basis_points,
       fee_basis_points, quote_max, source, created_at, valid_until)
     VALUES ('${id(961)}', 'USD', 'YEM', 'aden', 1620, 1, 1, 50, 20, 2000000, 'sandbox', ${MADE}, '2033-01-01')`,
    `INSERT INTO quotes (id, user_id, from_currency, to_currency, market, side, source_amount, fee_amount,
       target_amount, rate_id, created_at, expires_at)
     VALUES ('${id(962)}', '${SALMA}', 'USD', 'YEM', 'aden', 'source', 100, 0, 161190, '${id(961)}', ${MADE}, '2033-01-01')`,
    `INSERT INTO rate_proposals (id, base, counter, market, numerator, denominator, unit, spread_basis_points,
       fee_basis_points, quote_max, valid_seconds, proposed_by, created_at, expires_at)
     VALUES ('${id(963)}', 'USD', 'YEM', 'sanaa', 535, 1, 1, 50, 20, 2000000, 60, '${OPERATOR}', ${MADE}, ${MADE})`,
  ],
  "0027_money_comes_and_goes_through_a_provider": [
    `INSERT INTO funding_intents (id, direction, user_id, wallet_id, amount, currency, reference, created_at, expires_at)
     VALUES ('${id(951)}', 'deposit', '${SALMA}', '${SALMA_YEM}', 5, 'YEM', 'FND-1', ${MADE}, '2033-01-01')`,
    `INSERT INTO funding_events (id, webhook_id, body_hash, type, reference, payment_id, amount, currency, received_at)
     VALUES ('${id(952)}', 'evt_1', sha256('body'), 'deposit.failed', 'FND-1', 'p1', '0.05', 'YEM', ${MADE})`,
    `INSERT INTO money_proposals (id, kind, user_id, wallet_id, amount, currency, direction, reason, proposed_by, created_at, expires_at)
     VALUES ('${id(953)}', 'adjustment', '${SALMA}', '${SALMA_YEM}', 5, 'YEM', 'credit', 'goodwill', '${OPERATOR}', ${MADE}, ${MADE})`,
  ],
  "0034_notices_of_holds_are_found": [
    ...[
      [971, "HOLD", 1],
      [972, "AMENDMENT", 2],
    ].map(
      ([
        n,
        type,
        amount,
      ]) => `INSERT INTO transactions (id, type, status, amount, currency, from_wallet_id, to_wallet_id,
         reference, actor_id, created_at, hold_id)
       VALUES ('${id(Number(n))}', '${type}', 'success', ${amount}, 'YEM', '${SALMA_YEM}', '${OMAR_YEM}', 'REF-${n}',
         '${SALMA}', ${MADE}, '${id(901)}')`,
    ),
    `UPDATE holds SET amount = 2, amendments = 1 WHERE id = '${id(901)}'`,
    `UPDATE wallets SET held = 2 WHERE id = '${SALMA_YEM}'`,
  ],
  "0035_money_is_given_back": [
    ...posting(904, "REFUND", [OMAR_YEM ?? "", SALMA_YEM ?? ""], 7, {
      original_id: id(26),
      actor_id: OMAR ?? "",
    }),
    `INSERT INTO refund_totals (original_id, amount, refunded, refunds) VALUES ('${id(26)}', 30, 7, 1)`,
  ],
};
