import { type SQL, sql } from "drizzle-orm";
import {
  challengeOf,
  type PasskeyAnswer,
  userHandleOf,
  verifyPasskey,
} from "../../../crypto/passkey.ts";
import type { PasskeyId, UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import { withoutEffect } from "../../../domain/statement-effect.ts";
import { recordRefusal } from "../../audit/refusal-event.ts";
import type { ServiceContext } from "../../context.ts";
import {
  type ChallengeClaim,
  openChallenge,
  takeChallengeStatement,
} from "../challenges/take-challenge.ts";
import { type FactorUse, newFactorUse } from "./factor-use.ts";
import type { PasskeyRow } from "./read-passkey.ts";

const PASSKEY = { method: "passkey" } as const;

export type ProvePasskeyRefusal = "passkey_invalid" | "challenge_invalid";

interface ReadPasskey {
  readonly isChallengeOpen: boolean;
  readonly passkey: PasskeyRow | null;
}

/** A claim whose user is known, or null when the answer itself names the user. */
type PasskeyClaim = ChallengeClaim & { readonly userId: UserId | null };

/**
 * Verifies a passkey's answer to the open challenge of `claim`. The use takes the challenge, and so
 * does a wrong answer: each challenge gets one answer. The use stores the signature counter: a
 * counter that does not increase suggests a copied passkey and is refused, except that
 * authenticators without a counter always send zero. Refuses with challenge_invalid or
 * passkey_invalid. Source: WebAuthn Level 3 §7.2.
 */
export async function usePasskey(
  ctx: ServiceContext,
  answer: PasskeyAnswer,
  { isChallengeOpen, passkey }: ReadPasskey,
  claim: PasskeyClaim,
): Promise<
  Outcome<{ readonly use: FactorUse; readonly passkeyId: PasskeyId }, ProvePasskeyRefusal>
> {
  const challenge = challengeOf(answer);
  if (challenge === null || !isChallengeOpen) return refuse("challenge_invalid");
  const taking = takeChallengeStatement(challenge, claim);
  if (!passkey || !isOwn(passkey, answer, claim.userId)) {
    return refuseAnswer(ctx, claim.userId, taking);
  }
  const { id, user_id: ownerId, credential_id: credentialId, public_key: publicKey } = passkey;
  const signCount = await verifyPasskey(ctx.config, answer, challenge, { credentialId, publicKey });
  if (signCount === null) return refuseAnswer(ctx, ownerId, taking);
  const statement = sql`
    UPDATE passkeys SET sign_count = ${signCount}::bigint, last_used_at = now()
    WHERE id = ${id} AND (sign_count < ${signCount}::bigint
      OR (sign_count = 0 AND ${signCount}::bigint = 0))`;
  const use = newFactorUse(ctx, {
    userId: ownerId,
    method: "passkey",
    challenge: openChallenge(challenge, claim),
    statement,
    refused: "passkey_counter_refused",
  });
  return done({ use, passkeyId: id });
}

/**
 * Refuses an answer, takes its challenge, and records the refusal of the user in the same
 * transaction. At a login by passkey alone, an answer with an unknown passkey or another user's
 * handle names no user (`userId` null).
 */
async function refuseAnswer(
  ctx: ServiceContext,
  userId: UserId | null,
  taking: SQL,
): Promise<Outcome<never, "passkey_invalid">> {
  if (userId) await recordRefusal(ctx, userId, "second_factor_refused", PASSKEY, taking);
  else await withoutEffect(ctx.db.execute(taking));
  return refuse("passkey_invalid");
}

function isOwn(
  { user_id: ownerId }: PasskeyRow,
  { response: { userHandle } }: PasskeyAnswer,
  userId: UserId | null,
): boolean {
  // The user handle must be that of the owner. It may be missing only when the user is known (§7.2,
  // step 6).
  const isOwnHandle = userHandle ? userHandle === userHandleOf(ownerId) : userId !== null;
  return isOwnHandle && (userId ?? ownerId) === ownerId;
}
