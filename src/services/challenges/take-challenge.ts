import { sql } from "drizzle-orm";
import { challengeHash } from "../../crypto/challenge.ts";
import type { ChallengePurpose } from "../../db/schema/index.ts";
import type { SessionId, UserId } from "../../domain/ids.ts";
import type { ServiceContext } from "../context.ts";

/** What a challenge must be to be taken; who it is for, where that is known. */
export interface ChallengeClaim {
  readonly purpose: ChallengePurpose;
  readonly userId: UserId | null;
  readonly sessionId?: SessionId;
}

/** Takes a challenge away, whatever then comes of it: it was for one use. False: there is no such one. */
export async function takeChallenge(
  { db, nowMs }: ServiceContext,
  challenge: string,
  { purpose, userId, sessionId }: ChallengeClaim,
): Promise<boolean> {
  const hash = challengeHash(challenge);
  if (!hash) return false;
  const at = new Date(nowMs()).toISOString();
  const { rows } = await db.execute(sql`
    DELETE FROM challenges
    WHERE hash = decode(${hash}, 'hex') AND purpose = ${purpose} AND expires_at > ${at}::timestamptz
      AND user_id IS NOT DISTINCT FROM ${userId}::uuid
      AND session_id IS NOT DISTINCT FROM ${sessionId ?? null}::uuid
    RETURNING hash`);
  return rows.length === 1;
}
