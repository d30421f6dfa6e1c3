import { sql } from "drizzle-orm";
import { challengeHash, newChallenge } from "../../crypto/challenge.ts";
import type { ChallengePurpose } from "../../db/schema/index.ts";
import { newId, type SessionId, type UserId } from "../../domain/ids.ts";
import { CHALLENGES_SWEPT } from "../../domain/limits.ts";
import type { ServiceContext } from "../context.ts";

export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly ttlSeconds: number;
  /** Null: a passkey is yet to say who it is. */
  readonly userId: UserId | null;
  readonly sessionId?: SessionId;
  /** The stored hash that a log-in's password was right by. */
  readonly passwordHash?: string;
}

/**
 * Puts a challenge out and answers it, the only time that it is seen. Each sweeps a few expired ones
 * away, so that anybody who asks for many cleans up after themselves. That of a log-in says that
 * somebody had the password and was stopped, so it goes into the trail by the same write.
 */
export async function issueChallenge(
  { db, nowMs }: ServiceContext,
  { purpose, ttlSeconds, userId, sessionId, passwordHash }: NewChallenge,
): Promise<string> {
  const challenge = newChallenge();
  const now = nowMs();
  const at = new Date(now).toISOString();
  await db.execute(sql`
    WITH swept AS (
      DELETE FROM challenges WHERE hash = ANY (ARRAY(
        SELECT hash FROM challenges WHERE expires_at <= ${at}::timestamptz
        LIMIT ${CHALLENGES_SWEPT}::int FOR UPDATE SKIP LOCKED))
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, created_at)
      SELECT ${newId("aud", now)}::uuid, 'second_factor_asked', ${userId}::uuid, ${at}::timestamptz
      WHERE ${purpose === "log_in"}::boolean
    )
    INSERT INTO challenges (hash, purpose, user_id, session_id, password_fingerprint, expires_at)
    VALUES (decode(${challengeHash(challenge)}, 'hex'), ${purpose}, ${userId}, ${sessionId ?? null},
      sha256(convert_to(${passwordHash ?? null}::text, 'UTF8')),
      ${at}::timestamptz + make_interval(secs => ${ttlSeconds}::int))`);
  return challenge;
}
