import { keyedHash } from "../../crypto/keyed-hash.ts";
import type { AttemptKind } from "../../domain/throttle.ts";
import type { Caller, ServiceContext } from "../context.ts";

const KIND: AttemptKind = "recipient";

/**
 * The key of the throttle counter of a user's transfers to unknown recipients, in hex: one for all
 * wallets and sessions of the user. The ledger reads it before it considers a recipient, and counts
 * each `recipient_not_found` in the commit that records it.
 */
export function recipientCounterKey(
  { config }: Pick<ServiceContext, "config">,
  { userId }: Pick<Caller, "userId">,
): string {
  return keyedHash(config.throttleKey, [KIND, userId]);
}
