import { newRefreshToken, refreshTokenHash } from "../../src/crypto/refresh-token.ts";
import { SESSION_TTL_DAYS } from "../../src/domain/bounds.ts";
import { newId, type UserId } from "../../src/domain/ids.ts";
import type { Phone } from "../../src/domain/phone.ts";
import type { User } from "../../src/domain/user.ts";
import type { Caller } from "../../src/services/context.ts";
import {
  inTransaction,
  type PeerConnection,
  type Statement,
  type WithConnection,
} from "./connection.ts";

export type VerifyPassword = (password: string, stored: string) => Promise<boolean>;

export interface LoggedIn {
  readonly user: User;
  readonly session: Caller;
  readonly refreshToken: string;
}

interface UserRow {
  readonly id: UserId;
  readonly username: string;
  readonly password_hash: string;
  readonly created_at: Date;
}

// The benchmark's people have no verified contacts.
const NO_CONTACTS = { email: null, isPhoneVerified: false, isEmailVerified: false };
// A hash of no password, at the stored cost: an unknown phone must take as long as a wrong password.
const NO_HASH = `$scrypt$ln=14,r=8,p=5$${"A".repeat(22)}$${"A".repeat(43)}`;
const SELECT_USER: Statement = {
  name: "select_user",
  text: "SELECT id, username, password_hash, created_at FROM users WHERE phone = $1",
};
const LOCK_USER: Statement = {
  name: "lock_user",
  text: "SELECT id FROM users WHERE id = $1 AND password_hash = $2 FOR NO KEY UPDATE",
};
const INSERT_SESSION: Statement = {
  name: "insert_session",
  text: `INSERT INTO sessions (id, user_id, created_at, expires_at)
    VALUES ($1, $2, $3::timestamptz, $3::timestamptz + make_interval(days => $4))`,
};
const INSERT_REFRESH_TOKEN: Statement = {
  name: "insert_refresh_token",
  text: `INSERT INTO refresh_tokens (hash, session_id, created_at)
    VALUES (decode($1, 'hex'), $2, $3)`,
};
const INSERT_EVENT: Statement = {
  name: "insert_event",
  text: "INSERT INTO audit_events (id, type, user_id, created_at) VALUES ($1, $2, $3, $4)",
};

/** Opens a session; null when phone or password is wrong. No connection is held while hashing. */
export async function logIn(
  withConnection: WithConnection,
  verifyPassword: VerifyPassword,
  { phone, password }: { readonly phone: string; readonly password: string },
): Promise<LoggedIn | null> {
  const [found] = await withConnection((connection) =>
    connection.query<UserRow>(SELECT_USER, [phone]),
  );
  const isRight = await verifyPassword(password, found?.password_hash ?? NO_HASH);
  if (!found) return null;
  if (!isRight) {
    await withConnection((connection) =>
      recordEvent(connection, "log_in_refused", found.id, Date.now()),
    );
    return null;
  }
  const opened = await withConnection((connection) =>
    inTransaction(connection, () => openSession(connection, found)),
  );
  const { id, username, created_at } = found;
  const user = {
    id,
    username,
    phone: phone as Phone,
    createdAt: created_at,
    ...NO_CONTACTS,
    role: "user" as const,
    suspension: null,
  };
  return opened && { user, ...opened };
}

async function openSession(
  connection: PeerConnection,
  { id: userId, password_hash }: UserRow,
): Promise<Pick<LoggedIn, "session" | "refreshToken"> | null> {
  // The password was changed, or the user deleted, between the read and the write.
  if ((await connection.query(LOCK_USER, [userId, password_hash])).length === 0) return null;
  const nowMs = Date.now();
  const now = new Date(nowMs);
  const sessionId = newId("ses", nowMs);
  const refreshToken = newRefreshToken();
  await connection.query(INSERT_SESSION, [sessionId, userId, now, SESSION_TTL_DAYS]);
  await connection.query(INSERT_REFRESH_TOKEN, [refreshTokenHash(refreshToken), sessionId, now]);
  await recordEvent(connection, "user_logged_in", userId, nowMs);
  return { session: { userId, sessionId, defaultWalletId: null }, refreshToken };
}

async function recordEvent(
  connection: PeerConnection,
  type: string,
  userId: UserId,
  nowMs: number,
) {
  await connection.query(INSERT_EVENT, [newId("aud", nowMs), type, userId, new Date(nowMs)]);
}
