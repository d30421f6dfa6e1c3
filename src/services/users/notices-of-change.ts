import {
  type Channel,
  contactOf,
  type OwnContact,
  verifiedContactsOf,
} from "../../domain/contact.ts";
import type { MessageContent } from "../../domain/message.ts";
import type { Origin } from "../../domain/origin.ts";
import type { User } from "../../domain/user.ts";
import { admitSending } from "../contacts/admit-sending.ts";
import type { ServiceContext } from "../context.ts";
import { type SealedMessage, sealMessage } from "../outbox/seal-message.ts";

interface Change {
  /** The contacts that are new. */
  readonly channels: readonly Channel[];
  readonly isPasswordNew: boolean;
}

/**
 * Tells a person, where they were reached before the change, that what lets somebody in is new: a thief
 * of a session cannot take an account over in silence. What is told too often is not told again for a
 * while: nobody's phone is flooded, and nobody makes the service pay for messages to a phone of theirs.
 * Source: OWASP ASVS 5.0, 6.3.7.
 */
export async function noticesOfChange(
  ctx: ServiceContext,
  user: User,
  { channels, isPasswordNew }: Change,
  origin: Origin,
): Promise<SealedMessage[]> {
  const verified = verifiedContactsOf(user);
  const notices: SealedMessage[] = [];
  const tell = async (contacts: readonly OwnContact[], content: MessageContent) => {
    for (const contact of contacts) {
      // By person where the contact is theirs: no stranger who writes the same address into an account
      // of their own keeps its notices from them.
      const purpose = contact.isVerified ? (`notice to ${user.id}` as const) : "notice";
      const admitted = await admitSending(ctx, purpose, contact, origin);
      if (admitted.ok) notices.push(await sealMessage(ctx, contact, content));
    }
  };
  if (isPasswordNew) await tell(verified, { kind: "password_changed" });
  for (const changed of channels) {
    const old = contactOf(user, changed);
    // Nobody may have verified the old one: it is told all the same, for it let somebody in.
    const unverified = old && !old.isVerified ? [old] : [];
    await tell([...verified, ...unverified], { kind: "contact_changed", changed });
  }
  return notices;
}
