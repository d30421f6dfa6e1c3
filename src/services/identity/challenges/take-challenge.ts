import { type SQL, sql } from "drizzle-orm";
import { challengeHash } from "../../../crypto/challenge.ts";
import type { ChallengePurpose } from "../../../db/schema/index.ts";
import type { SessionId, UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

/** What a challenge must have been issued for. */
export interface ChallengeClaim {
  readonly purpose: ChallengePurpose;
  /**
   * The user; null for a login by passkey. An SQL expression where the statement itself finds the
   * user.
   */
  readonly userId: UserId | SQL | null;
  readonly sessionId?: SessionId;
}

/**
 * Deletes a challenge, which is for one use, whether or not the answer to it is valid. Returns
 * false when there is no unexpired challenge of this claim.
 */
export async function takeChallenge(
  { db }: Pick<ServiceContext, "db">,
  challenge: string,
  claim: ChallengeClaim,
): Promise<boolean> {
  const { rows } = await db.execute(takeChallengeStatement(challenge, claim));
  return rows.length === 1;
}

/** The statement of takeChallenge. Returns one row when the challenge was deleted. */
export function takeChallengeStatement(challenge: string, claim: ChallengeClaim): SQL {
  return sql`DELETE FROM ${openChallenge(challenge, claim)} RETURNING hash`;
}

/** The table and WHERE clause that find an unexpired challenge of this claim. */
export function openChallenge(
  challenge: string,
  { purpose, userId, sessionId }: ChallengeClaim,
): SQL {
  return sql`challenges
    WHERE hash = decode(${challengeHash(challenge)}, 'hex') AND purpose = ${purpose}
      AND expires_at > now() AND user_id IS NOT DISTINCT FROM ${userId}::uuid
      AND session_id IS NOT DISTINCT FROM ${sessionId ?? null}::uuid`;
}
