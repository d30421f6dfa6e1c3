import {
  cashIn,
  DEPOSIT,
  id,
  OMAR,
  OMAR_YEM,
  posted,
  REFUSED,
  reference,
  SALMA,
  SALMA_SAVINGS,
  SALMA_YEM,
  SESSION,
  TRANSFER,
} from "./fixture.ts";

const NOW = "now()";
const set = (table: string, change: string, where: string) =>
  `UPDATE ${table} SET ${change} WHERE ${where}`;
const wallet = (change: string) => set("wallets", change, `id = '${SALMA_YEM}'`);

/** Inserts a wallet with these columns. */
const newWallet = (columns: string, values: string) =>
  `INSERT INTO wallets (id, created_at, ${columns}) VALUES ('${id(91)}', ${NOW}, ${values})`;

/** Inserts a transaction that is valid except for these columns. */
const transaction = (columns: Record<string, string>) => {
  const row: Record<string, string> = {
    id: `'${id(92)}'`,
    type: "'TRANSFER'",
    status: "'success'",
    amount: "5",
    currency: "'YEM'",
    from_wallet_id: `'${SALMA_YEM}'`,
    to_wallet_id: `'${OMAR_YEM}'`,
    reference: "'TRF-NEW'",
    failure_code: "NULL",
    actor_id: `'${SALMA}'`,
    created_at: NOW,
    posted_at: NOW,
    ...columns,
  };
  return `INSERT INTO transactions (${Object.keys(row)}) VALUES (${Object.values(row)})`;
};

/**
 * Inserts two entries of the failed transaction; `mine` and `other` are the columns after the
 * wallet's id.
 */
const legs = (mine: string, other: string, transactionId = REFUSED, postedAt = posted(3)) =>
  `INSERT INTO entries VALUES ('${transactionId}', '${SALMA_YEM}', ${mine}, ${postedAt}),
    ('${transactionId}', '${OMAR_YEM}', ${other}, ${postedAt})`;

const key = (columns: Record<string, string>) => {
  const row: Record<string, string> = {
    user_id: `'${SALMA}'`,
    key: "'another'",
    fingerprint: "sha256('body')",
    transaction_id: `'${TRANSFER}'`,
    created_at: NOW,
    ...columns,
  };
  return `INSERT INTO idempotency_keys (${Object.keys(row)}) VALUES (${Object.values(row)})`;
};

const auditEvent = (columns: Record<string, string>) => {
  const row: Record<string, string> = {
    id: `'${id(93)}'`,
    type: "'user_looked_up'",
    user_id: `'${SALMA}'`,
    created_at: NOW,
    ...columns,
  };
  return `INSERT INTO audit_events (${Object.keys(row)}) VALUES (${Object.values(row)})`;
};

/** The row of a code that is valid except for these columns. */
const codeRow = (columns: Record<string, string>) => {
  const row: Record<string, string> = {
    request_hash: "sha256('request')",
    user_id: `'${SALMA}'`,
    purpose: "'verification'",
    channel: "'phone'",
    hash: "sha256('code')",
    attempts: "0",
    created_at: NOW,
    expires_at: NOW,
    ...columns,
  };
  return `(${Object.values(row)})`;
};
const code = (columns: Record<string, string>) =>
  `INSERT INTO contact_codes (request_hash, user_id, purpose, channel, hash, attempts, created_at, expires_at)
    VALUES ${codeRow(columns)}`;

/** Inserts a message that is valid except for these columns. */
const message = (columns: Record<string, string>) => {
  const row: Record<string, string> = {
    id: `'${id(94)}'`,
    user_id: `'${SALMA}'`,
    kind: "'verification_code'",
    status: "'waiting'",
    sealed: "'sealed'",
    created_at: NOW,
    due_at: NOW,
    expires_at: NOW,
    ...columns,
  };
  return `INSERT INTO messages (${Object.keys(row)}) VALUES (${Object.values(row)})`;
};
const insert = (table: string, row: Record<string, string>) =>
  `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.values(row)})`;

const PROBLEM =
  "INSERT INTO ledger_problems (check_name, subject, detail) VALUES ('wallet_range', 'x', '')";

const totp = (columns: Record<string, string>) =>
  insert("totp_factors", {
    user_id: `'${SALMA}'`,
    sealed_secret: "'kid.AAAAAAAAAAAAAAAA.AAAA'",
    created_at: NOW,
    ...columns,
  });

const passkey = (columns: Record<string, string>) =>
  insert("passkeys", {
    id: `'${id(95)}'`,
    user_id: `'${SALMA}'`,
    credential_id: "'\\x0102'",
    public_key: "'\\x03'",
    sign_count: "0",
    transports: "'{}'",
    name: "'phone'",
    created_at: NOW,
    ...columns,
  });

const recoveryCode = (hash: string, userId: string) =>
  insert("recovery_codes", { hash, user_id: userId, created_at: NOW });

const challenge = (columns: Record<string, string>) =>
  insert("challenges", {
    hash: "sha256('challenge')",
    purpose: "'passkey_step_up'",
    user_id: `'${SALMA}'`,
    expires_at: NOW,
    ...columns,
  });

/** Inserts a proposed role that is valid except for these columns. */
const proposal = (columns: Record<string, string>) => {
  const row: Record<string, string> = {
    id: `'${id(93)}'`,
    user_id: `'${SALMA}'`,
    role: "'support'",
    proposed_by: `'${OMAR}'`,
    created_at: NOW,
    expires_at: NOW,
    ...columns,
  };
  return `INSERT INTO role_proposals (${Object.keys(row)}) VALUES (${Object.values(row)})`;
};

const NOBODY = `'${id(99)}'`;
const appendOnly = (table: string) =>
  [
    `UPDATE ${table} SET created_at = ${NOW}`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ].map((statement) => [`${table}_append_only`, statement] as const);

/** The name of each constraint or trigger, and a statement that violates it in the fixture. */
export const VIOLATIONS: readonly (readonly [string, string])[] = [
  ["currencies_code_form", "INSERT INTO currencies VALUES ('usd', 2)"],
  ["currencies_exponent_range", "INSERT INTO currencies VALUES ('ZZZ', 5)"],

  ["users_phone_unique", set("users", "phone = '+999000000000002'", `id = '${SALMA}'`)],
  ["users_phone_e164", set("users", "phone = '0777'", `id = '${SALMA}'`)],
  ["users_account_data_until_deleted", set("users", "username = NULL", `id = '${SALMA}'`)],
  [
    "users_account_data_until_deleted",
    set("users", `username = NULL, password_hash = NULL, deleted_at = ${NOW}`, `id = '${SALMA}'`),
  ],
  ["users_suspended_has_reason", set("users", `suspended_at = ${NOW}`, `id = '${SALMA}'`)],
  [
    "users_suspended_has_reason",
    set("users", "suspension_reason = 'investigation'", `id = '${SALMA}'`),
  ],
  ["users_account_data_until_deleted", set("users", `deleted_at = ${NOW}`, `id = '${SALMA}'`)],
  ["users_email_form", set("users", "email = 'salma'", `id = '${SALMA}'`)],
  ["users_email_form", set("users", "email = 'sal ma@example.com'", `id = '${SALMA}'`)],
  [
    "users_email_length",
    set("users", "email = 'salma@' || repeat('e', 245) || '.com'", `id = '${SALMA}'`),
  ],
  ["users_verified_is_there", set("users", `email_verified_at = ${NOW}`, `id = '${SALMA}'`)],
  [
    "users_verified_is_there",
    set(
      "users",
      `phone_verified_at = ${NOW}, username = NULL, phone = NULL, password_hash = NULL, deleted_at = ${NOW}`,
      `id = '${SALMA}'`,
    ),
  ],
  [
    "users_email_until_deleted",
    set(
      "users",
      `email = 'salma@example.com', username = NULL, phone = NULL, password_hash = NULL, deleted_at = ${NOW}`,
      `id = '${SALMA}'`,
    ),
  ],
  [
    "users_email_verified_unique",
    `UPDATE users SET email_verified_at = ${NOW},
      email = CASE WHEN id = '${SALMA}' THEN 'one@example.com' ELSE 'ONE@example.com' END
      WHERE id IN ('${SALMA}', '${OMAR}')`,
  ],
  ["users_role_known", set("users", "role = 'root'", `id = '${SALMA}'`)],
  [
    "users_deleted_has_no_role",
    set(
      "users",
      `role = 'admin', username = NULL, phone = NULL, password_hash = NULL, deleted_at = ${NOW}`,
      `id = '${SALMA}'`,
    ),
  ],
  [
    "sessions_end_reason_known",
    set("sessions", `ended_at = ${NOW}, end_reason = 'log_out'`, `id = '${SESSION}'`),
  ],
  ["sessions_end_has_reason", set("sessions", `ended_at = ${NOW}`, `id = '${SESSION}'`)],
  ["sessions_user_id_users_id_fk", set("sessions", `user_id = ${NOBODY}`, `id = '${SESSION}'`)],
  [
    "refresh_tokens_hash_sha256",
    `INSERT INTO refresh_tokens VALUES ('\\x01', '${SESSION}', ${NOW})`,
  ],
  [
    "refresh_tokens_session_id_sessions_id_fk",
    `INSERT INTO refresh_tokens VALUES (sha256('another'), ${NOBODY}, ${NOW})`,
  ],
  ["contact_codes_pkey", `${code({})}, ${codeRow({})}`],
  ["contact_codes_purpose_in_list", code({ purpose: "'fun'" })],
  ["contact_codes_without_user", code({ user_id: "NULL" })],
  ["contact_codes_channel_known", code({ channel: "'pigeon'" })],
  ["contact_codes_request_sha256", code({ request_hash: "'\\x01'" })],
  ["contact_codes_hash_hmac", code({ hash: "'\\x01'" })],
  ["contact_codes_attempts_within", code({ attempts: "6" })],
  ["contact_codes_attempts_within", code({ attempts: "-1" })],
  ["contact_codes_user_id_users_id_fk", code({ user_id: NOBODY })],
  ["messages_status_known", message({ status: "'lost'", sealed: "NULL" })],
  ["messages_sealed_while_waiting", message({ sealed: "NULL" })],
  ["messages_sealed_while_waiting", message({ status: "'delivered'" })],
  ["messages_user_id_users_id_fk", message({ user_id: NOBODY })],
  ["throttle_counters_key_sha256", `INSERT INTO throttle_counters VALUES ('\\x01', 0, ${NOW})`],
  [
    "throttle_counters_tries_nonnegative",
    `INSERT INTO throttle_counters VALUES (sha256('a'), -1, ${NOW})`,
  ],

  ["totp_factors_secret_sealed", totp({ sealed_secret: "'JBSWY3DPEHPK3PXP'" })],
  ["totp_factors_confirmed_by_use", totp({ confirmed_at: NOW })],
  ["totp_factors_confirmed_by_use", totp({ last_used_step: "1", last_used_at: NOW })],
  ["totp_factors_user_id_users_id_fk", totp({ user_id: NOBODY })],
  [
    "passkeys_credential_id_unique",
    `${passkey({})}; ${passkey({ id: `'${id(96)}'`, user_id: `'${OMAR}'` })}`,
  ],
  ["passkeys_credential_id_length", passkey({ credential_id: "''" })],
  [
    "passkeys_credential_id_length",
    passkey({ credential_id: "decode(repeat('00', 1024), 'hex')" }),
  ],
  ["passkeys_sign_count_range", passkey({ sign_count: "-1" })],
  ["passkeys_sign_count_range", passkey({ sign_count: "4294967296" })],
  ["passkeys_name_length", passkey({ name: "''" })],
  ["passkeys_name_length", passkey({ name: "repeat('n', 51)" })],
  ["passkeys_user_id_users_id_fk", passkey({ user_id: NOBODY })],
  ["recovery_codes_hash_sha256", recoveryCode("'\\x01'", `'${SALMA}'`)],
  ["recovery_codes_user_id_users_id_fk", recoveryCode("sha256('code')", NOBODY)],
  ["challenges_hash_sha256", challenge({ hash: "'\\x01'" })],
  ["challenges_purpose_known", challenge({ purpose: "'anything'" })],
  ["challenges_belong", challenge({ user_id: "NULL" })],
  ["challenges_belong", challenge({ purpose: "'passkey_log_in'" })],
  ["challenges_belong", challenge({ purpose: "'log_in'" })],
  ["challenges_belong", challenge({ password_fingerprint: "sha256('hash')" })],
  ["challenges_user_id_users_id_fk", challenge({ user_id: NOBODY })],

  ["wallets_balance_nonnegative", wallet("balance = -1, held = 0")],
  ["wallets_held_within_balance", wallet("held = 751")],
  ["wallets_held_within_balance", wallet("held = -1")],
  ["wallets_seq_nonnegative", wallet("seq = -1")],
  ["wallets_status_known", wallet("status = 'asleep'")],
  ["wallets_frozen_has_reason", wallet("status = 'frozen'")],
  ["wallets_frozen_has_reason", wallet("freeze_reason = 'investigation'")],
  ["wallets_frozen_until_while_frozen", wallet(`frozen_until = ${NOW}`)],
  ["wallets_owner_or_system", wallet("owner_id = NULL")],
  ["wallets_owner_or_system", wallet("system_purpose = 'cash_in', balance = 0, seq = 0")],
  ["wallets_closed_is_empty", wallet("status = 'closed', is_default = false")],
  ["wallets_closed_is_not_default", wallet("status = 'closed', balance = 0")],
  ["wallets_system_has_no_balance", set("wallets", "balance = 1", `id = ${cashIn("YEM")}`)],
  ["wallets_system_has_no_balance", set("wallets", "seq = 1", `id = ${cashIn("YEM")}`)],
  ["wallets_default_unique", set("wallets", "is_default = true", `id = '${SALMA_SAVINGS}'`)],
  ["wallets_system_unique", newWallet("system_purpose, currency", "'cash_in', 'YEM'")],
  ["wallets_currency_currencies_code_fk", newWallet("owner_id, currency", `'${SALMA}', 'ZZZ'`)],
  ["wallets_owner_id_users_id_fk", newWallet("owner_id, currency", `${NOBODY}, 'YEM'`)],
  // The primary key would be violated first, so it is dropped. The entries' foreign key references
  // this one.
  [
    "wallets_id_currency_unique",
    `DO $$ BEGIN
      ALTER TABLE wallets DROP CONSTRAINT wallets_pkey CASCADE;
      INSERT INTO wallets SELECT * FROM wallets WHERE id = '${SALMA_SAVINGS}';
    END $$`,
  ],
  // Thrown by the trigger wallets_not_removed.
  ["wallets_not_removed", "DELETE FROM wallets"],
  ["wallets_not_removed", "TRUNCATE wallets CASCADE"],

  ["ledger_problems_pkey", `${PROBLEM}; ${PROBLEM}`],
  [
    "transactions_reference_unique",
    transaction({ reference: `'${reference("TRANSFER", TRANSFER)}'` }),
  ],
  ["transactions_amount_positive", transaction({ amount: "0" })],
  ["transactions_amount_positive", transaction({ amount: "-5" })],
  ["transactions_type_known", transaction({ type: "'GIFT'" })],
  ["transactions_failure_has_code", transaction({ status: "'failed'" })],
  ["transactions_failure_has_code", transaction({ failure_code: "'wallet_closed'" })],
  ["transactions_failure_has_code", transaction({ status: "'pending'" })],
  ["transactions_sides_by_type", transaction({ type: "'DEPOSIT'" })],
  ["transactions_sides_by_type", transaction({ type: "'WITHDRAW'" })],
  ["transactions_sides_by_type", transaction({ from_wallet_id: "NULL" })],
  ["transactions_sides_by_type", transaction({ to_wallet_id: "NULL" })],
  ["transactions_success_between_two", transaction({ to_wallet_id: `'${SALMA_YEM}'` })],
  ["transactions_currency_currencies_code_fk", transaction({ currency: "'ZZZ'" })],
  ["transactions_from_wallet_id_wallets_id_fk", transaction({ from_wallet_id: NOBODY })],
  ["transactions_to_wallet_id_wallets_id_fk", transaction({ to_wallet_id: NOBODY })],
  ["transactions_actor_id_users_id_fk", transaction({ actor_id: NOBODY })],
  ...appendOnly("transactions"),

  ["entries_pkey", legs("'YEM', -1, 749, 3", "'YEM', 1, 251, 2", REFUSED, posted(2))],
  ["entries_amount_nonzero", legs("'YEM', 0, 750, 3", "'YEM', 0, 250, 2")],
  ["entries_balance_after_nonnegative", legs("'YEM', -751, -1, 3", "'YEM', 751, 1001, 2")],
  ["entries_seq_positive", legs("'YEM', -1, 749, 0", "'YEM', 1, 251, 2")],
  ["entries_seq_with_balance", legs("'YEM', -1, 749, NULL", "'YEM', 1, 251, 2")],
  ["entries_seq_with_balance", legs("'YEM', -1, NULL, 3", "'YEM', 1, 251, 2")],
  ["entries_wallet_id_seq_unique", legs("'YEM', -1, 749, 2", "'YEM', 1, 251, 2")],
  ["entries_wallet_id_currency_fk", legs("'USD', -1, 749, 3", "'USD', 1, 251, 2")],
  [
    "entries_transaction_id_transactions_id_fk",
    legs("'YEM', -1, 749, 3", "'YEM', 1, 251, 2", id(99)),
  ],
  ["entries_sum_to_zero", legs("'YEM', -1, 749, 3", "'YEM', 2, 252, 2")],
  [
    "entries_sum_to_zero",
    `INSERT INTO entries VALUES ('${REFUSED}', '${SALMA_YEM}', 'YEM', 1, 751, 3, ${posted(3)})`,
  ],
  ["entries_append_only", "UPDATE entries SET amount = amount"],
  ["entries_append_only", "DELETE FROM entries"],
  ["entries_append_only", "TRUNCATE entries"],

  ["idempotency_keys_pkey", key({ key: "'key'" })],
  ["idempotency_keys_one_result", key({ transaction_id: "NULL" })],
  ["idempotency_keys_one_result", key({ wallet_id: `'${SALMA_YEM}'` })],
  ["idempotency_keys_key_length", key({ key: "''" })],
  ["idempotency_keys_key_length", key({ key: "repeat('k', 256)" })],
  ["idempotency_keys_fingerprint_sha256", key({ fingerprint: "'\\x01'" })],
  ["idempotency_keys_user_id_users_id_fk", key({ user_id: NOBODY })],
  ["idempotency_keys_transaction_id_transactions_id_fk", key({ transaction_id: NOBODY })],
  ["idempotency_keys_wallet_id_wallets_id_fk", key({ transaction_id: "NULL", wallet_id: NOBODY })],

  ["audit_events_user_id_users_id_fk", auditEvent({ user_id: NOBODY })],
  ["audit_events_actor_id_users_id_fk", auditEvent({ actor_id: NOBODY, actor_role: "'support'" })],
  ["audit_events_type_in_list", auditEvent({ type: "'user_looked_at'" })],
  ["audit_events_actor_by_role", auditEvent({ actor_role: "'admin'" })],
  ["audit_events_actor_by_role", auditEvent({ actor_id: `'${OMAR}'` })],
  ["audit_events_actor_by_role", auditEvent({ actor_id: `'${OMAR}'`, actor_role: "'service'" })],
  ["audit_events_actor_by_role", auditEvent({ actor_role: "'user'" })],
  ...appendOnly("audit_events"),

  ["role_proposals_open_unique", `${proposal({})}; ${proposal({ id: `'${id(94)}'` })}`],
  ["role_proposals_role_known", proposal({ role: "'user'" })],
  [
    "role_proposals_decision_known",
    proposal({ decision: "'lost'", decided_at: NOW, decided_by: `'${OMAR}'` }),
  ],
  ["role_proposals_decided_by_somebody", proposal({ decision: "'rejected'" })],
  ["role_proposals_for_another", proposal({ proposed_by: `'${SALMA}'` })],
  [
    "role_proposals_approved_by_another",
    proposal({ decision: "'approved'", decided_at: NOW, decided_by: `'${OMAR}'` }),
  ],
  ["role_proposals_user_id_users_id_fk", proposal({ user_id: NOBODY })],
  ["role_proposals_proposed_by_users_id_fk", proposal({ proposed_by: NOBODY })],
  [
    "role_proposals_decided_by_users_id_fk",
    proposal({ decision: "'rejected'", decided_at: NOW, decided_by: NOBODY }),
  ],
];

/** A title, and a valid statement: the statements above without their violation. */
export const ALLOWED: readonly (readonly [string, string])[] = [
  ["an account without a phone", set("users", "phone = NULL", `id = '${SALMA}'`)],
  ["a proposed role", proposal({})],
  ["a valid transfer", transaction({})],
  [
    "a failed transfer without a recipient",
    transaction({
      status: "'failed'",
      failure_code: "'recipient_not_found'",
      to_wallet_id: "NULL",
    }),
  ],
  ["two balanced entries", legs("'YEM', -1, 749, 3", "'YEM', 1, 251, 2")],
  ["another key", key({})],
  ["a code", code({})],
  ["a password reset without a user", code({ user_id: "NULL", purpose: "'password_reset'" })],
  ["a waiting message", message({})],
  ["a delivered message", message({ status: "'delivered'", sealed: "NULL" })],
  [
    "two users with one e-mail address, of whom one has verified it",
    `UPDATE users SET email = 'one@example.com',
      email_verified_at = CASE WHEN id = '${SALMA}' THEN ${NOW} END
      WHERE id IN ('${SALMA}', '${OMAR}')`,
  ],
  ["an authenticator app", totp({})],
  [
    "a confirmed authenticator app",
    totp({ confirmed_at: NOW, last_used_step: "1", last_used_at: NOW }),
  ],
  ["a passkey", passkey({})],
  ["a recovery code", recoveryCode("sha256('code')", `'${SALMA}'`)],
  ["a challenge", challenge({})],
  ["a challenge without a user", challenge({ purpose: "'passkey_log_in'", user_id: "NULL" })],
  ["a freeze with an end", wallet("status = 'frozen', freeze_reason = 'x', frozen_until = now()")],
  [
    "an audit event caused by an operator",
    auditEvent({ actor_id: `'${OMAR}'`, actor_role: "'support'" }),
  ],
  ["an audit event caused by the service", auditEvent({ actor_role: "'service'" })],
  ["closing an empty wallet", set("wallets", "status = 'closed'", `id = '${SALMA_SAVINGS}'`)],
  [
    "erasing a user",
    set(
      "users",
      `username = NULL, phone = NULL, password_hash = NULL,
    deleted_at = ${NOW}`,
      `id = '${SALMA}'`,
    ),
  ],
  ["reading history", `SELECT FROM transactions WHERE id = '${DEPOSIT}'`],
];
