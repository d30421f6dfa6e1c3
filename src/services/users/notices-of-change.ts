import {
  type Channel,
  contactOf,
  type OwnContact,
  verifiedContactsOf,
} from "../../domain/contact.ts";
import type { Origin } from "../../domain/origin.ts";
import type { User } from "../../domain/user.ts";
import { admitSending } from "../contacts/admit-sending.ts";
import type { ServiceContext } from "../context.ts";
import { type SealedMessage, sealMessages } from "../outbox/seal-message.ts";

interface Change {
  /** The contacts that are new. */
  readonly channels: readonly Channel[];
  readonly isPasswordNew: boolean;
}

/**
 * Tells a person, where they were reached before the change, that what lets somebody in is new: a thief
 * of a session cannot take an account over in silence. Source: OWASP ASVS 5.0, 6.3.7.
 */
export async function noticesOfChange(
  ctx: ServiceContext,
  user: User,
  { channels, isPasswordNew }: Change,
  origin: Origin,
): Promise<SealedMessage[]> {
  const verified = verifiedContactsOf(user);
  const passwordNotices = isPasswordNew
    ? await sealMessages(ctx, verified, { kind: "password_changed" })
    : [];
  const contactNotices = channels.map(async (changed) => {
    const content = { kind: "contact_changed", changed } as const;
    const old = contactOf(user, changed);
    const unverified = old && !old.isVerified && (await mayBeTold(ctx, old, origin)) ? [old] : [];
    return sealMessages(ctx, [...verified, ...unverified], content);
  });
  return [...passwordNotices, ...(await Promise.all(contactNotices)).flat()];
}

/** An address that nobody has verified may be a stranger's, who must not be flooded. */
async function mayBeTold(ctx: ServiceContext, old: OwnContact, origin: Origin) {
  return (await admitSending(ctx, "notice", old, origin)).ok;
}
