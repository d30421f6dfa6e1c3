import { sql } from "drizzle-orm";
import { newOneTimeCode } from "../../crypto/one-time-code.ts";
import { newRequestToken } from "../../crypto/request-token.ts";
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

/** The token of a password reset; resetPassword needs it together with the code that was sent. */
export interface RequestedReset {
  readonly resetToken: string;
}

/**
 * Sends a code, with which a new password can be set, to a verified contact. If no user has
 * verified the contact, equal steps are taken for a user id that does not exist, no message is
 * sent, and the response is no different. Refuses with too_many_attempts. Source: OWASP, Forgot
 * Password Cheat Sheet.
 */
export async function requestPasswordReset(
  ctx: ServiceContext,
  requested: Contact,
  origin: Origin,
): Promise<Outcome<RequestedReset, "too_many_attempts">> {
  const admitted = await admitSending(ctx, "password_reset", requested, origin);
  if (!admitted.ok) return admitted;
  const found = await findVerifiedContact(ctx, requested);
  const userId = found?.user.id ?? newId("usr", ctx.nowMs());
  // The stored address, not the requested one: a different letter case can be another mailbox.
  const contact = found?.contact ?? requested;
  const code = newOneTimeCode();
  const message = await sealMessage(ctx, contact, { kind: "password_reset_code", code });
  const { token, hash: requestHash } = newRequestToken("mpr_");
  const statement = writeCodeStatement({
    requestHash,
    purpose: "password_reset",
    channel: contact.channel,
    hash: codeHash(ctx, requestHash, userId, contact, code),
    message,
    user: sql`id = ${userId} AND ${isVerifiedContact(contact)}`,
    nowMs: ctx.nowMs(),
  });
  await ctx.db.execute(statement);
  deliverSoon(ctx, [message]);
  return done({ resetToken: token });
}
