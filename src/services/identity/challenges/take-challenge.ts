import { type SQL, sql } from "drizzle-orm";
import { challengeHash } from "../../../crypto/challenge.ts";
import type { ChallengePurpose } from "../../../db/schema/index.ts";
import type { SessionId, UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

/** What a challenge must be to be taken. */
export interface ChallengeClaim {
  readonly purpose: ChallengePurpose;
  /** Who it was put out for; null: for nobody yet. An expression, where a statement finds that out itself. */
  readonly userId: UserId | SQL | null;
  readonly sessionId?: SessionId;
}

/** Takes a challenge away, whatever then comes of it: it was for one use. False: there is no such one. */
export async function takeChallenge(
  { db }: Pick<ServiceContext, "db">,
  challenge: string,
  claim: ChallengeClaim,
): Promise<boolean> {
  const { rows } = await db.execute(takeChallengeStatement(challenge, claim));
  return rows.length === 1;
}

/** The statement of that, which is a part of others, too; one row when the challenge was taken. */
export function takeChallengeStatement(
  challenge: string,
  { purpose, userId, sessionId }: ChallengeClaim,
): SQL {
  return sql`
    DELETE FROM challenges
    WHERE hash = decode(${challengeHash(challenge)}, 'hex') AND purpose = ${purpose}
      AND expires_at > now() AND user_id IS NOT DISTINCT FROM ${userId}::uuid
      AND session_id IS NOT DISTINCT FROM ${sessionId ?? null}::uuid
    RETURNING hash`;
}
