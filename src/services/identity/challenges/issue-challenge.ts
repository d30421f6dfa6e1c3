import { type SQL, sql } from "drizzle-orm";
import { challengeHash, newChallenge } from "../../../crypto/challenge.ts";
import { auditEvent } from "../../../db/audit-event.ts";
import type { ChallengePurpose } from "../../../db/schema/index.ts";
import { CHALLENGES_SWEPT } from "../../../domain/bounds.ts";
import { newId, type SessionId, type UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

export interface NewChallenge {
  readonly purpose: ChallengePurpose;
  readonly ttlSeconds: number;
  /** Null: a passkey is yet to say who it is. */
  readonly userId: UserId | null;
  readonly sessionId?: SessionId;
  /** The stored hash that a log-in's password was right by. */
  readonly passwordHash?: string;
  /** What must hold, or no challenge is put out. */
  readonly only?: SQL;
}

/** Puts a challenge out and answers it, the only time that it is seen. */
export async function issueChallenge(ctx: ServiceContext, issued: NewChallenge): Promise<string> {
  const { challenge, statement } = issueChallengeStatement(ctx, issued);
  await ctx.db.execute(statement);
  return challenge;
}

/**
 * A challenge, and the statement that puts it out. Each sweeps a few expired ones away, so that anybody who
 * asks for many cleans up after themselves. That of a log-in says that somebody had the password and was
 * stopped, so it goes into the audit log by the same write.
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
        where: sql`${purpose === "log_in"}::boolean`,
      })}
    )
    INSERT INTO challenges (hash, purpose, user_id, session_id, password_fingerprint, expires_at)
    SELECT decode(${challengeHash(challenge)}, 'hex'), ${purpose}::text, ${userId}::uuid,
      ${sessionId ?? null}::uuid, sha256(convert_to(${passwordHash ?? null}::text, 'UTF8')),
      now() + make_interval(secs => ${ttlSeconds}::int)
    WHERE ${only}`;
  return { challenge, statement };
}
