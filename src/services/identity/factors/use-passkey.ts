import { sql } from "drizzle-orm";
import {
  challengeOf,
  handleOf,
  type PasskeyAnswer,
  verifyPasskey,
} from "../../../crypto/passkey.ts";
import type { PasskeyId, UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { ServiceContext } from "../../context.ts";
import { type FactorUse, newFactorUse, recordFactorRefusal } from "./factor-use.ts";
import type { PasskeyRow } from "./read-passkey.ts";

export type ProvePasskeyRefusal = "passkey_invalid" | "challenge_invalid";

interface Read {
  readonly isChallengeTaken: boolean;
  readonly passkey: PasskeyRow | null;
}

/**
 * Verifies a passkey's answer to a challenge of ours, which is used up whatever comes of it. `userId` null
 * asks the passkey who it is. Its use writes the counter down: one that does not go on tells of a copy. Zero
 * stays zero with those that do not count. Source: WebAuthn Level 3 §7.2.
 */
export async function usePasskey(
  ctx: ServiceContext,
  answer: PasskeyAnswer,
  { isChallengeTaken, passkey }: Read,
  userId: UserId | null,
): Promise<
  Outcome<{ readonly use: FactorUse; readonly passkeyId: PasskeyId }, ProvePasskeyRefusal>
> {
  const challenge = challengeOf(answer);
  if (challenge === null || !isChallengeTaken) return refuse("challenge_invalid");
  if (!passkey || !isOwn(passkey, answer, userId)) return refuse("passkey_invalid");
  const { id, user_id: ownerId, credential_id: credentialId, public_key: publicKey } = passkey;
  const signCount = await verifyPasskey(ctx.config, answer, challenge, { credentialId, publicKey });
  if (signCount === null) {
    await recordFactorRefusal(ctx, ownerId, "passkey");
    return refuse("passkey_invalid");
  }
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

function isOwn(
  { user_id: ownerId }: PasskeyRow,
  { response: { userHandle } }: PasskeyAnswer,
  userId: UserId | null,
): boolean {
  // Who it says it is must be its owner; where nobody is named yet it must say so (§7.2, step 6).
  const isOwnHandle = userHandle ? userHandle === handleOf(ownerId) : userId !== null;
  return isOwnHandle && (userId ?? ownerId) === ownerId;
}
