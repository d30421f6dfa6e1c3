import { sql } from "drizzle-orm";
import { newOneTimeCode } from "../../crypto/one-time-code.ts";
import { newResetToken } from "../../crypto/reset-token.ts";
import type { Contact } from "../../domain/contact.ts";
import { newId } from "../../domain/ids.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { sealMessage } from "../messages/seal-message.ts";
import { admitSending } from "./contacts/admit-sending.ts";
import { codeHash } from "./contacts/code-hash.ts";
import { findVerifiedContact, isVerifiedContact } from "./contacts/find-contact.ts";
import { writeCodeStatement } from "./contacts/write-code.ts";

/** The token of a password reset; with the code that is sent it sets the password. */
export interface RequestedReset {
  readonly resetToken: string;
}

/**
 * Sends a code with which a new password can be set to a verified contact. Where nobody has verified
 * it the same steps are taken for a person who does not exist, nothing is sent, and the answer looks
 * the same. Source: OWASP, Forgot Password Cheat Sheet.
 */
export async function requestPasswordReset(
  ctx: ServiceContext,
  asked: Contact,
  origin: Origin,
): Promise<Outcome<RequestedReset, "too_many_attempts">> {
  const admitted = await admitSending(ctx, "password_reset", asked, origin);
  if (!admitted.ok) return admitted;
  const reached = await findVerifiedContact(ctx, asked);
  const userId = reached?.user.id ?? newId("usr", ctx.nowMs());
  // Never to the address as the asker wrote it: capitals can lead to another mailbox.
  const contact = reached?.contact ?? asked;
  const code = newOneTimeCode();
  const message = await sealMessage(ctx, contact, { kind: "password_reset_code", code });
  const { token, hash: requestHash } = newResetToken();
  const writing = writeCodeStatement({
    requestHash,
    purpose: "password_reset",
    channel: contact.channel,
    hash: codeHash(ctx, requestHash, userId, contact, code),
    message,
    person: sql`id = ${userId} AND ${isVerifiedContact(contact)}`,
    nowMs: ctx.nowMs(),
  });
  await ctx.db.execute(writing);
  deliverSoon(ctx, [message]);
  return done({ resetToken: token });
}
