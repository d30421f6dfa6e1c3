import { type SQL, sql } from "drizzle-orm";
import type { PasskeyAnswer } from "../../../crypto/passkey.ts";
import type { ChallengePurpose } from "../../../db/schema/index.ts";
import type { SessionId, UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";
import { type PasskeyRow, readPasskeyCtes } from "./read-passkey.ts";

/** What a person sends to prove their second factor. */
export type Proof =
  | { readonly by: "totp" | "recovery_code"; readonly code: string }
  | { readonly by: "passkey"; readonly answer: PasskeyAnswer };

interface Row extends Record<string, unknown> {
  readonly user_id: UserId;
  readonly sealed_secret: string | null;
  readonly is_taken: boolean;
  readonly passkey: PasskeyRow | null;
}

/** What a proof is judged by, as it was read before anything is counted. */
export interface ProofRead {
  readonly userId: UserId;
  /** Of the app that is enrolled; null: none, or another proof is judged. */
  readonly sealedTotp: string | null;
  /** Whether a passkey's challenge was there; by the reading it is used up. */
  readonly isChallengeTaken: boolean;
  readonly passkey: PasskeyRow | null;
}

interface Reading {
  /** A query of (user_id): who proves themselves, one row or none. */
  readonly person: SQL;
  readonly proof: Proof;
  /** What a passkey's challenge was put out for. */
  readonly purpose: ChallengePurpose;
  readonly sessionId?: SessionId;
}

/**
 * Reads who proves themselves and what their proof is judged by, in one round trip; null where nobody does. A
 * passkey's challenge is used up by it, whatever then comes of it.
 */
export async function readProof(
  { db }: Pick<ServiceContext, "db">,
  { person, proof, purpose, sessionId }: Reading,
): Promise<ProofRead | null> {
  const userId = sql`(SELECT user_id FROM person)`;
  const claim = { purpose, userId, ...(sessionId && { sessionId }) };
  const passkey =
    proof.by === "passkey"
      ? readPasskeyCtes(proof.answer, claim)
      : { ctes: sql``, columns: sql`false AS is_taken, NULL::jsonb AS passkey` };
  const { rows } = await db.execute<Row>(sql`
    WITH person AS (${person})${passkey.ctes}
    SELECT user_id, ${passkey.columns},
      (SELECT sealed_secret FROM totp_factors t
        WHERE ${proof.by === "totp"}::boolean AND t.user_id = person.user_id
          AND confirmed_at IS NOT NULL) AS sealed_secret
    FROM person`);
  const [row] = rows;
  if (!row) return null;
  return {
    userId: row.user_id,
    sealedTotp: row.sealed_secret,
    isChallengeTaken: row.is_taken,
    passkey: row.passkey,
  };
}
