import { eq, sql } from "drizzle-orm";
import {
  challengeOf,
  credentialIdOf,
  handleOf,
  type PasskeyAnswer,
  verifyPasskey,
} from "../../crypto/passkey.ts";
import { lockUser } from "../../db/lock-user.ts";
import { passkeys } from "../../db/schema/index.ts";
import { newId, type PasskeyId, type UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { type ChallengeClaim, takeChallenge } from "../challenges/take-challenge.ts";
import type { ServiceContext } from "../context.ts";
import { recordRefusal } from "../factors/record-refusal.ts";

export type ProvePasskeyRefusal = "passkey_invalid" | "challenge_invalid";

/** A passkey that has answered, and whose it is. */
export interface ProvenPasskey {
  readonly userId: UserId;
  readonly passkeyId: PasskeyId;
}

/**
 * Whose passkey has answered a challenge of ours. The challenge is used up whatever comes of it. A claim
 * that names nobody asks the passkey who it is. Source: WebAuthn Level 3 §7.2.
 */
export async function provePasskey(
  ctx: ServiceContext,
  answer: PasskeyAnswer,
  claim: ChallengeClaim,
): Promise<Outcome<ProvenPasskey, ProvePasskeyRefusal>> {
  const challenge = challengeOf(answer);
  if (challenge === null || !(await takeChallenge(ctx, challenge, claim))) {
    return refuse("challenge_invalid");
  }
  const found = await findPasskey(ctx, answer, claim.userId);
  if (!found) return refuse("passkey_invalid");
  const signCount = await verifyPasskey(ctx.config, answer, challenge, found);
  if (signCount === null) {
    await recordRefusal(ctx, found.userId, "passkey");
    return refuse("passkey_invalid");
  }
  if (!(await useCount(ctx, found, signCount))) return refuse("passkey_invalid");
  return done({ userId: found.userId, passkeyId: found.id });
}

async function findPasskey(ctx: ServiceContext, answer: PasskeyAnswer, userId: UserId | null) {
  const credentialId = credentialIdOf(answer);
  if (credentialId === null) return null;
  const [found] = await ctx.db
    .select()
    .from(passkeys)
    .where(eq(passkeys.credentialId, credentialId));
  if (!found) return null;
  const { userHandle } = answer.response;
  // Who it says it is must be its owner; where nobody is named yet it must say so (§7.2, step 6).
  const isOwnHandle = userHandle ? userHandle === handleOf(found.userId) : userId !== null;
  return isOwnHandle && (userId ?? found.userId) === found.userId ? found : null;
}

/**
 * Writes the counter down. One that does not go on tells of a copied passkey: it is refused, and the
 * audit trail says so. Zero stays zero with those that do not count.
 */
async function useCount(
  { db, nowMs }: ServiceContext,
  { id, userId }: { readonly id: PasskeyId; readonly userId: UserId },
  signCount: number,
): Promise<boolean> {
  const now = nowMs();
  const at = new Date(now).toISOString();
  const use = sql`
    WITH used AS (
      UPDATE passkeys SET sign_count = ${signCount}::bigint, last_used_at = ${at}::timestamptz
      WHERE id = ${id} AND (sign_count < ${signCount}::bigint
        OR (sign_count = 0 AND ${signCount}::bigint = 0))
      RETURNING user_id
    ), event AS (
      INSERT INTO audit_events (id, type, user_id, details, created_at)
      SELECT ${newId("aud", now)}::uuid,
        CASE WHEN EXISTS (SELECT FROM used) THEN 'second_factor_proven'
          ELSE 'passkey_counter_refused' END,
        u.id, '{"method": "passkey"}'::jsonb, ${at}::timestamptz
      FROM users u WHERE u.id = ${userId} AND u.deleted_at IS NULL
    )
    SELECT EXISTS (SELECT FROM used) AS is_used`;
  const [, { rows }] = await db.batch([
    db.execute(lockUser(userId)),
    db.execute<{ is_used: boolean }>(use),
  ]);
  return rows[0]?.is_used === true;
}
