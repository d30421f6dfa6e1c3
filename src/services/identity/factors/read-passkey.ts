import { type SQL, sql } from "drizzle-orm";
import { challengeOf, credentialIdOf, type PasskeyAnswer } from "../../../crypto/passkey.ts";
import type { PasskeyId, UserId } from "../../../domain/ids.ts";
import { type ChallengeClaim, openChallenge } from "../challenges/take-challenge.ts";

/** A registered passkey in the form of the JSON that the statement returns. */
export interface PasskeyRow {
  readonly id: PasskeyId;
  readonly user_id: UserId;
  /** In lower-case hex, like public_key. */
  readonly credential_id: string;
  readonly public_key: string;
}

/**
 * CTEs that find the challenge that an answer signed and the passkey that signed it, and the
 * columns that return the results: `is_open`, and `passkey`, which is null when no such passkey is
 * registered. The challenge is taken later, in the transaction that uses the proof up.
 */
export function readPasskeyCtes(
  answer: PasskeyAnswer,
  claim: ChallengeClaim,
): { readonly ctes: SQL; readonly columns: SQL } {
  // An empty text matches no challenge, and no passkey has an empty id.
  const challenge = challengeOf(answer) ?? "";
  return {
    ctes: sql`open AS (SELECT hash FROM ${openChallenge(challenge, claim)}), passkey AS (
      SELECT id, user_id, encode(credential_id, 'hex') AS credential_id,
        encode(public_key, 'hex') AS public_key
      FROM passkeys WHERE credential_id = decode(${credentialIdOf(answer) ?? ""}, 'hex'))`,
    columns: sql`EXISTS (SELECT FROM open) AS is_open,
      (SELECT to_jsonb(passkey) FROM passkey) AS passkey`,
  };
}
