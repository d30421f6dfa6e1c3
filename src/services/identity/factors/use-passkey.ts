import { sql } from "drizzle-orm";
import {
  challengeOf,
  type PasskeyAnswer,
  userHandleOf,
  verifyPasskey,
} from "../../../crypto/passkey.ts";
import type { PasskeyId, UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import { recordRefusal } from "../../audit/refusal-event.ts";
import type { ServiceContext } from "../../context.ts";
import { type FactorUse, newFactorUse } from "./factor-use.ts";
import type { PasskeyRow } from "./read-passkey.ts";

export type ProvePasskeyRefusal = "passkey_invalid" | "challenge_invalid";

interface ReadPasskey {
  readonly isChallengeTaken: boolean;
  readonly passkey: PasskeyRow | null;
}

/**
 * Verifies a passkey's answer to a challenge, which readPasskeyCtes has used up already. With
 * `userId` null, the answer itself names the user. The use stores the signature counter: a counter
 * that does not increase suggests a copied passkey and is refused, except that authenticators
 * without a counter always send zero. Refuses with challenge_invalid or passkey_invalid. Source:
 * WebAuthn Level 3 §7.2.
 */
export async function usePasskey(
  ctx: ServiceContext,
  answer: PasskeyAnswer,
  { isChallengeTaken, passkey }: ReadPasskey,
  userId: UserId | null,
): Promise<
  Outcome<{ readonly use: FactorUse; readonly passkeyId: PasskeyId }, ProvePasskeyRefusal>
> {
  const challenge = challengeOf(answer);
  if (challenge === null || !isChallengeTaken) return refuse("challenge_invalid");
  const challengedId = userId ?? passkey?.user_id;
  if (!passkey || !isOwn(passkey, answer, userId)) return refuseAnswer(ctx, challengedId);
  const { id, user_id: ownerId, credential_id: credentialId, public_key: publicKey } = passkey;
  const signCount = await verifyPasskey(ctx.config, answer, challenge, { credentialId, publicKey });
  if (signCount === null) return refuseAnswer(ctx, challengedId);
  const statement = sql`
    UPDATE passkeys SET sign_count = ${signCount}::bigint, last_used_at = now()
    WHERE id = ${id} AND (sign_count < ${signCount}::bigint
      OR (sign_count = 0 AND ${signCount}::bigint = 0))`;
  const use = newFactorUse(ctx, {
    userId: ownerId,
    method: "passkey",
    statement,
    refused: "passkey_counter_refused",
  });
  return done({ use, passkeyId: id });
}

/**
 * Refuses an answer. It is recorded for the user whose challenge it answers; at a login by passkey
 * alone, for the owner of the passkey. An unknown passkey at such a login concerns no user.
 */
async function refuseAnswer(
  ctx: ServiceContext,
  userId: UserId | undefined,
): Promise<Outcome<never, "passkey_invalid">> {
  if (userId) await recordRefusal(ctx, userId, "second_factor_refused", { method: "passkey" });
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
