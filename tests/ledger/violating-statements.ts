// Statements that are valid except for the columns that a violation gives them.
import { id, OMAR, OMAR_YEM, posted, REFUSED, SALMA, SALMA_YEM, TRANSFER } from "./fixture.ts";

export const NOW = "now()";
export const set = (table: string, change: string, where: string) =>
  `UPDATE ${table} SET ${change} WHERE ${where}`;
export const wallet = (change: string) => set("wallets", change, `id = '${SALMA_YEM}'`);

/** Inserts a wallet with these columns. */
export const newWallet = (columns: string, values: string) =>
  `INSERT INTO wallets (id, created_at, ${columns}) VALUES ('${id(91)}', ${NOW}, ${values})`;

/** Inserts a transaction that is valid except for these columns. */
export const transaction = (columns: Record<string, string>) => {
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
export const legs = (mine: string, other: string, transactionId = REFUSED, postedAt = posted(3)) =>
  `INSERT INTO entries VALUES ('${transactionId}', '${SALMA_YEM}', ${mine}, ${postedAt}),
    ('${transactionId}', '${OMAR_YEM}', ${other}, ${postedAt})`;

export const key = (columns: Record<string, string>) => {
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

export const auditEvent = (columns: Record<string, string>) => {
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
export const codeRow = (columns: Record<string, string>) => {
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
export const code = (columns: Record<string, string>) =>
  `INSERT INTO contact_codes (request_hash, user_id, purpose, channel, hash, attempts, created_at, expires_at)
    VALUES ${codeRow(columns)}`;

/** Inserts a message that is valid except for these columns. */
export const message = (columns: Record<string, string>) => {
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
export const insert = (table: string, row: Record<string, string>) =>
  `INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.values(row)})`;

export const PROBLEM =
  "INSERT INTO ledger_problems (check_name, subject, detail) VALUES ('wallet_range', 'x', '')";

export const totp = (columns: Record<string, string>) =>
  insert("totp_factors", {
    user_id: `'${SALMA}'`,
    sealed_secret: "'kid.AAAAAAAAAAAAAAAA.AAAA'",
    created_at: NOW,
    ...columns,
  });

export const passkey = (columns: Record<string, string>) =>
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

export const recoveryCode = (hash: string, userId: string) =>
  insert("recovery_codes", { hash, user_id: userId, created_at: NOW });

export const challenge = (columns: Record<string, string>) =>
  insert("challenges", {
    hash: "sha256('challenge')",
    purpose: "'passkey_step_up'",
    user_id: `'${SALMA}'`,
    expires_at: NOW,
    ...columns,
  });

/** Inserts a proposed role that is valid except for these columns. */
export const proposal = (columns: Record<string, string>) => {
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

export const NOBODY = `'${id(99)}'`;
export const appendOnly = (table: string) =>
  [
    `UPDATE ${table} SET created_at = ${NOW}`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ].map((statement) => [`${table}_append_only`, statement] as const);
