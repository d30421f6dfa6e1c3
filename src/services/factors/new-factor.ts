import { type SQL, sql } from "drizzle-orm";
import { newRecoveryCodes, recoveryCodeHash } from "../../crypto/recovery-code.ts";
import { newId } from "../../domain/ids.ts";
import type { Caller } from "../caller.ts";

/** A set of recovery codes that the person is about to see, and never again. */
export interface FreshCodes {
  readonly codes: readonly string[];
  readonly hashes: readonly (string | null)[];
}

export function freshCodes(): FreshCodes {
  const codes = newRecoveryCodes();
  return { codes, hashes: codes.map(recoveryCodeHash) };
}

/**
 * What follows in the same statement when `added`, a CTE of (user_id), has a row: the person has a second
 * factor, has just proven it in this session, and gets recovery codes unless some are left. A last
 * SELECT may ask the CTE `codes` how many were made.
 */
export function factorAdded(added: SQL, caller: Caller, { hashes }: FreshCodes, atMs: number): SQL {
  const at = new Date(atMs).toISOString();
  return sql`required AS (
      UPDATE users SET has_second_factor = true WHERE id IN (SELECT user_id FROM ${added})
    ), stepped AS (
      UPDATE sessions SET stepped_up_at = ${at}::timestamptz
      WHERE id = ${caller.sessionId} AND user_id IN (SELECT user_id FROM ${added})
    ), codes AS (
      INSERT INTO recovery_codes (hash, user_id, created_at)
      SELECT decode(h, 'hex'), user_id, ${at}::timestamptz
      FROM ${added}, json_array_elements_text(${JSON.stringify(hashes)}::json) AS h
      WHERE NOT EXISTS (SELECT FROM recovery_codes r WHERE r.user_id = ${caller.userId})
      RETURNING user_id
    ), codes_event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", atMs)}::uuid, 'recovery_codes_made', user_id, ${at}::timestamptz
      FROM codes LIMIT 1
    )`;
}
