import { type SQL, sql } from "drizzle-orm";
import type { PasskeyId, UserId } from "../../../domain/ids.ts";
import { type FactorUse, isFactorUsed, useFactorCtes } from "../factors/factor-use.ts";

/**
 * The proof that admits a user. It is checked again while their row is locked, for it may have
 * changed.
 */
export type Admission =
  /** The password, of a user without a second factor. */
  | { readonly by: "password"; readonly passwordHash: string }
  /** A login challenge, issued for a correct password, and a second factor; both are used up. */
  | { readonly by: "second_factor"; readonly challengeHash: string; readonly use: FactorUse }
  /** A passkey: its user verification (a PIN or a fingerprint) makes it two factors in one. */
  | { readonly by: "passkey"; readonly passkeyId: PasskeyId; readonly use: FactorUse };

/**
 * CTEs that end in `admitted` (user_id), which has one row if the user, whose row is locked, is
 * admitted. The CTE `taken` has a row if the challenge was open, `used` if this statement has used
 * the proof up. All requests with one challenge are about one user, whose row is locked, so only
 * one of them finds the challenge open. If the condition `only` does not hold, nothing is used up.
 */
export function admissionCtes(userId: UserId, admission: Admission, only: SQL): SQL {
  switch (admission.by) {
    case "password":
      return sql`taken AS (SELECT), used AS (SELECT), admitted AS (
        SELECT id AS user_id FROM users
        WHERE id = ${userId} AND password_hash = ${admission.passwordHash} AND NOT has_second_factor
          AND ${only})`;
    case "second_factor": {
      const { challengeHash, use } = admission;
      const isOpen = sql`EXISTS (SELECT FROM (${openLogin(userId, challengeHash)}) AS login)`;
      // A proof that a concurrent request has used does not take the challenge.
      return sql`${useFactorCtes(use, sql`${isOpen} AND ${only}`)}, admitted AS (
        DELETE FROM challenges WHERE hash IN (${openLogin(userId, challengeHash)})
          AND EXISTS (SELECT FROM used)
        RETURNING user_id)`;
    }
    case "passkey":
      return sql`${useFactorCtes(admission.use, only)}, admitted AS (
        -- The passkey may have been removed since it was verified.
        SELECT p.id AS user_id FROM users p JOIN passkeys k ON k.user_id = p.id
        WHERE p.id = ${userId} AND k.id = ${admission.passkeyId} AND p.deleted_at IS NULL
          AND EXISTS (SELECT FROM used))`;
  }
}

/** A query for the hash of a login's challenge while it is valid, for the password of now. */
const openLogin = (userId: UserId, hash: string): SQL => sql`
  SELECT c.hash FROM challenges c JOIN users p ON p.id = c.user_id
  WHERE c.hash = decode(${hash}, 'hex') AND c.purpose = 'log_in' AND c.user_id = ${userId}
    AND c.expires_at > now() AND c.password_fingerprint = sha256(convert_to(p.password_hash, 'UTF8'))`;

/** Whether the challenges of the admission were open: that of a login, and that of a passkey. */
export const isChallengeOpen = (userId: UserId, admission: Admission): SQL =>
  admission.by === "second_factor"
    ? sql`(EXISTS (SELECT FROM taken)
        AND EXISTS (SELECT FROM (${openLogin(userId, admission.challengeHash)}) AS login))`
    : sql`EXISTS (SELECT FROM taken)`;

/** The details of the audit event of a login. */
export function detailsOf(admission: Admission): Record<string, string> {
  if (admission.by === "second_factor") return { second_factor: admission.use.method };
  return admission.by === "passkey" ? { instead_of_password: "passkey" } : {};
}

/**
 * A condition: the factor was used up or, for a password, it is still the user's and admits them,
 * even if no session was opened because there were too many logins.
 */
export function hasSucceeded(userId: UserId, admission: Admission): SQL {
  if (admission.by !== "password") return isFactorUsed(admission.use);
  return sql`EXISTS (SELECT FROM users WHERE id = ${userId}
    AND password_hash = ${admission.passwordHash} AND NOT has_second_factor)`;
}
