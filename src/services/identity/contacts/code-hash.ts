import { fingerprintOf } from "../../../crypto/fingerprint.ts";
import { oneTimeCodeHash } from "../../../crypto/one-time-code.ts";
import type { Channel, Contact } from "../../../domain/contact.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

/**
 * The request hash (contact_codes.request_hash) of a verification: one per user and channel, so
 * that a new code replaces the last one.
 */
export function verificationRequest(userId: UserId, channel: Channel): string {
  return fingerprintOf(["verification", userId, channel]);
}

/**
 * The hash under which a code is stored. It matches for this request, user and address only; a
 * claim of a phone has no user.
 */
export function codeHash(
  { config }: Pick<ServiceContext, "config">,
  requestHash: string,
  userId: UserId | null,
  { channel, address }: Contact,
  code: string,
): string {
  return oneTimeCodeHash(config.codeKey, [requestHash, userId ?? "", channel, address], code);
}
