import { type SQL, sql } from "drizzle-orm";
import { challengeOf, credentialIdOf, type PasskeyAnswer } from "../../../crypto/passkey.ts";
import type { PasskeyId, UserId } from "../../../domain/ids.ts";
import { type ChallengeClaim, takeChallengeStatement } from "../challenges/take-challenge.ts";

/** A registered passkey, as a statement's JSON has it. */
export interface PasskeyRow {
  readonly id: PasskeyId;
  readonly user_id: UserId;
  /** Both in lower-case hex. */
  readonly credential_id: string;
  readonly public_key: string;
}

/**
 * What takes the challenge that an answer signed and finds the passkey that gave it: CTEs to follow others, and
 * the columns `is_taken` and `passkey`, which is null where it is registered nowhere.
 */
export function readPasskeyCtes(
  answer: PasskeyAnswer,
  claim: ChallengeClaim,
): { readonly ctes: SQL; readonly columns: SQL } {
  // A text that is no challenge is taken nowhere, and no passkey has an empty id.
  const challenge = challengeOf(answer) ?? "";
  return {
    ctes: sql`, taken AS (${takeChallengeStatement(challenge, claim)}), passkey AS (
      SELECT id, user_id, encode(credential_id, 'hex') AS credential_id,
        encode(public_key, 'hex') AS public_key
      FROM passkeys WHERE credential_id = decode(${credentialIdOf(answer) ?? ""}, 'hex'))`,
    columns: sql`EXISTS (SELECT FROM taken) AS is_taken,
      (SELECT to_jsonb(passkey) FROM passkey) AS passkey`,
  };
}
