import { newOneTimeCode } from "../../crypto/one-time-code.ts";
import { newRequestToken } from "../../crypto/request-token.ts";
import { faultOf } from "../../db/postgres-error.ts";
import { type MessageId, newId } from "../../domain/ids.ts";
import type { Message } from "../../domain/message.ts";
import type { Origin } from "../../domain/origin.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Phone } from "../../domain/phone.ts";
import { withoutEffect } from "../../domain/statement-effect.ts";
import { logLine } from "../../log/log-line.ts";
import type { ServiceContext } from "../context.ts";
import { admitSending } from "./contacts/admit-sending.ts";
import { codeHash } from "./contacts/code-hash.ts";
import { findVerifiedContact } from "./contacts/find-contact.ts";
import { putClaimStatement } from "./phone-claims/put-claim.ts";

/** The token of a claim. With the code that was sent it proves the phone. */
export interface RequestedClaim {
  readonly claim: string;
}

/**
 * Sends a code to a phone. With the code, the owner of the phone can register with it or set it as
 * theirs, even if another user has it unverified. If a user has verified the phone, nothing is
 * sent; the same statements run, and the response is the same. Refuses with too_many_attempts.
 */
export async function requestPhoneClaim(
  ctx: ServiceContext,
  phone: Phone,
  origin: Origin,
): Promise<Outcome<RequestedClaim, "too_many_attempts">> {
  const contact = { channel: "phone", address: phone } as const;
  const { network } = origin;
  const admitted = await admitSending(ctx, "phone_claim", contact, { network });
  if (!admitted.ok) return admitted;
  const verified = await findVerifiedContact(ctx, contact);
  const code = newOneTimeCode();
  const { token, hash: requestHash } = newRequestToken("mpc_");
  const hash = codeHash(ctx, requestHash, null, contact, code);
  await withoutEffect(ctx.db.execute(putClaimStatement(requestHash, hash)));
  const id: MessageId = newId("msg", ctx.nowMs());
  const message: Message = { id, to: contact, content: { kind: "phone_claim_code", code } };
  ctx.later(verified ? Promise.resolve() : send(ctx, message));
  return done({ claim: token });
}

/**
 * Sends the code after the response. No row keeps it: the table of messages is for the messages of
 * users, and the phone may belong to nobody. A message that the gateway refuses is lost, and its
 * owner asks for another.
 */
async function send({ sender }: ServiceContext, message: Message): Promise<void> {
  try {
    await sender.send(message);
  } catch (error) {
    const facts = { message_id: message.id, kind: message.content.kind, fault: faultOf(error) };
    console.warn(logLine("message_not_delivered", facts));
  }
}
