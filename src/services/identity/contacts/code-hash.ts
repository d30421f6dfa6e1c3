import { fingerprintOf } from "../../../crypto/fingerprint.ts";
import { oneTimeCodeHash } from "../../../crypto/one-time-code.ts";
import type { Channel, Contact } from "../../../domain/contact.ts";
import type { UserId } from "../../../domain/ids.ts";
import type { ServiceContext } from "../../context.ts";

/** The one request by which a person verifies a contact of theirs: see contact_codes.request_hash. */
export function verificationRequest(userId: UserId, channel: Channel): string {
  return fingerprintOf(["verification", userId, channel]);
}

/** What is kept of a code: it holds for this request, this person and this very address alone. */
export function codeHash(
  { config }: Pick<ServiceContext, "config">,
  requestHash: string,
  userId: UserId,
  { channel, address }: Contact,
  code: string,
): string {
  return oneTimeCodeHash(config.codeKey, [requestHash, userId, channel, address], code);
}
