import { type SQL, sql } from "drizzle-orm";
import { challengeHash, newChallenge } from "../../../crypto/challenge.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import type { ChallengePurpose } from "../../../db/schema/index.ts";
import { CHALLENGES_SWEPT } from "../../../domain/bounds.ts";
import { newId, type SessionId, type UserId } from "../../../domain/ids.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import { isRefusalRecorded } from "../../audit/refusal-event.ts";
import type { ServiceContext } from "../../context.ts";

export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly ttlSeconds: number;
  /** Null for a login by passkey: the answer will name the user. */
  readonly userId: UserId | null;
  readonly sessionId?: SessionId;
  /**
   * For a login: the stored hash that the password matched. The challenge ends when the hash
   * changes.
   */
  readonly passwordHash?: string;
  /** A condition; when it is false, no challenge is stored. */
  readonly only?: SQL;
}

/** Stores a new challenge and returns it. Only its hash is stored, so it cannot be read again. */
export async function issueChallenge(ctx: ServiceContext, issued: NewChallenge): Promise<string> {
  const { challenge, statement } = issueChallengeStatement(ctx, issued);
  // A challenge that its client has not received is of no use to anybody.
  await withoutEffect(ctx.db.execute(statement));
  return challenge;
}

/**
 * Makes a challenge and the statement that stores it. The statement also deletes up to
 * CHALLENGES_SWEPT expired challenges, so that a client that requests many does not make the table
 * grow. A login challenge means that the password was correct and a second factor is missing, so it
 * also writes an audit event, up to the hourly bound of refusals: the login has not succeeded.
 */
export function issueChallengeStatement(
  { nowMs }: Pick<ServiceContext, "nowMs">,
  { purpose, ttlSeconds, userId, sessionId, passwordHash, only = sql`true` }: NewChallenge,
): { readonly challenge: string; readonly statement: SQL } {
  const challenge = newChallenge();
  const statement = sql`
    WITH swept AS (
      DELETE FROM challenges WHERE hash = ANY (ARRAY(
        SELECT hash FROM challenges WHERE expires_at <= now()
        LIMIT ${CHALLENGES_SWEPT}::int FOR UPDATE SKIP LOCKED))
    ), event AS (
      ${auditEvent({
        id: newId("aud", nowMs()),
        type: "second_factor_asked",
        userId: sql`${userId}`,
        where: sql`${purpose === "log_in"}::boolean
          AND ${isRefusalRecorded("second_factor_asked", sql`${userId}::uuid`)}`,
      })}
    )
    INSERT INTO challenges (hash, purpose, user_id, session_id, password_fingerprint, expires_at)
    SELECT decode(${challengeHash(challenge)}, 'hex'), ${purpose}::text, ${userId}::uuid,
      ${sessionId ?? null}::uuid, sha256(convert_to(${passwordHash ?? null}::text, 'UTF8')),
      now() + make_interval(secs => ${ttlSeconds}::int)
    WHERE ${only}`;
  return { challenge, statement };
}
