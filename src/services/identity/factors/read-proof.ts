import { type SQL, sql } from "drizzle-orm";
import type { PasskeyAnswer } from "../../../crypto/passkey.ts";
import type { ChallengePurpose } from "../../../db/schema/index.ts";
import type { SessionId, UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";
import { type PasskeyRow, readPasskeyCtes } from "./read-passkey.ts";

/** A proof of a second factor, as a client sends it. */
export type Proof =
  | { readonly by: "totp" | "recovery_code"; readonly code: string }
  | { readonly by: "passkey"; readonly answer: PasskeyAnswer };

interface Row extends Record<string, unknown> {
  readonly user_id: UserId;
  readonly sealed_secret: string | null;
  readonly is_open: boolean;
  readonly passkey: PasskeyRow | null;
}

/** The stored values that a proof is checked against, read before the attempt is counted. */
export interface ProofRead {
  readonly userId: UserId;
  /**
   * The sealed secret of the confirmed app; null when there is none or the proof is not a TOTP
   * code.
   */
  readonly sealedTotp: string | null;
  /** Whether the challenge of a passkey is valid. */
  readonly isChallengeOpen: boolean;
  readonly passkey: PasskeyRow | null;
}

interface Reading {
  /** A query that returns the user_id of the user, or no row. */
  readonly user: SQL;
  readonly proof: Proof;
  /** The purpose for which the challenge of a passkey was issued. */
  readonly purpose: ChallengePurpose;
  readonly sessionId?: SessionId;
}

/**
 * Reads the user and the values that their proof is checked against, in one round trip; null when
 * the query `user` finds no user.
 */
export async function readProof(
  { db }: Pick<ServiceContext, "db">,
  { user, proof, purpose, sessionId }: Reading,
): Promise<ProofRead | null> {
  const userId = sql`(SELECT user_id FROM person)`;
  const claim = { purpose, userId, ...(sessionId && { sessionId }) };
  const passkey = proof.by === "passkey" ? readPasskeyCtes(proof.answer, claim) : null;
  const columns = passkey?.columns ?? sql`false AS is_open, NULL::jsonb AS passkey`;
  const { rows } = await db.execute<Row>(sql`
    WITH person AS (${user})${passkey ? sql`, ${passkey.ctes}` : sql``}
    SELECT user_id, ${columns},
      (SELECT sealed_secret FROM totp_factors t
        WHERE ${proof.by === "totp"}::boolean AND t.user_id = person.user_id
          AND confirmed_at IS NOT NULL) AS sealed_secret
    FROM person`);
  const [row] = rows;
  if (!row) return null;
  return {
    userId: row.user_id,
    sealedTotp: row.sealed_secret,
    isChallengeOpen: row.is_open,
    passkey: row.passkey,
  };
}
