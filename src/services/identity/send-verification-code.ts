import { sql } from "drizzle-orm";
import { newOneTimeCode } from "../../crypto/one-time-code.ts";
import { type Channel, contactOf } from "../../domain/contact.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { canReceiveCodes } from "../../domain/phone.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { sealMessage } from "../messages/seal-message.ts";
import { admitSending } from "./contacts/admit-sending.ts";
import { codeHash, verificationRequest } from "./contacts/code-hash.ts";
import { CONTACT_COLUMNS } from "./contacts/find-contact.ts";
import { writeCodeStatement } from "./contacts/write-code.ts";
import { requireNotSuspended } from "./profile/prove-identity.ts";
import { hasActiveSession } from "./sessions/session-conditions.ts";
import { writeInSession } from "./sessions/write-in-session.ts";

export type SendingRefusal =
  | "session_ended"
  | "account_suspended"
  | "contact_missing"
  | "contact_verified"
  | "too_many_attempts";

const NO_CODES =
  "No codes are sent to your phone number: it is a premium-rate, freephone or company number. Set another one.";

/**
 * Sends a code to one of the caller's contacts; verifyContact takes it. Refuses with
 * contact_missing, contact_verified or too_many_attempts.
 */
export async function sendVerificationCode(
  ctx: ServiceContext,
  caller: Caller,
  { channel, origin }: { readonly channel: Channel; readonly origin: Origin },
): Promise<Outcome<null, SendingRefusal>> {
  const profile = await requireNotSuspended(ctx, caller);
  if (!profile.ok) return profile;
  const contact = contactOf(profile.value.user, channel);
  if (!contact) return refuse("contact_missing");
  if (contact.isVerified) return refuse("contact_verified");
  // An account may be older than the rule that such a number is no contact.
  if (contact.channel === "phone" && !canReceiveCodes(contact.address)) {
    return refuse("contact_missing", NO_CODES);
  }
  const requester = { network: origin.network, userId: caller.userId };
  const admitted = await admitSending(ctx, "verification", contact, requester);
  if (!admitted.ok) return admitted;

  const code = newOneTimeCode();
  const message = await sealMessage(ctx, contact, { kind: "verification_code", code });
  const requestHash = verificationRequest(caller.userId, channel);
  const statement = writeCodeStatement({
    requestHash,
    purpose: "verification",
    channel,
    hash: codeHash(ctx, requestHash, caller.userId, contact, code),
    message,
    user: sql`id = ${caller.userId} AND ${CONTACT_COLUMNS[channel].address} = ${contact.address}
      AND ${hasActiveSession(caller)}`,
    nowMs: ctx.nowMs(),
  });
  const written = await writeInSession(ctx, caller, (db) => [db.execute(statement)]);
  if (!written.ok) return written;
  // The contact was changed between the read and the write.
  if (written.value[0].rows.length === 0) return refuse("contact_missing");
  deliverSoon(ctx, [message]);
  return done(null);
}
