import { type Channel, contactOf, verifiedContactsOf } from "../../../domain/contact.ts";
import type { Origin } from "../../../domain/origin.ts";
import { type Attempt, perUserAttempt } from "../../../domain/throttle.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";
import { type SealedMessage, sealMessages } from "../../messages/seal-message.ts";
import { sendingAttempt } from "../contacts/admit-sending.ts";

interface Change {
  /** The channels whose contact changes. */
  readonly channels: readonly Channel[];
  readonly isPasswordNew: boolean;
}

/**
 * What a new password or contact is counted as. Its notices cost money and none is left out, so the
 * changes themselves are bounded. An unverified old contact may belong to another person, so
 * notices to it are also bounded over all accounts.
 */
export function changeAttempts(
  user: User,
  { channels, isPasswordNew }: Change,
  origin: Origin,
): Attempt[] {
  return [
    ...(isPasswordNew ? [perUserAttempt(user.id, "password_change")] : []),
    ...(channels.length > 0 ? [perUserAttempt(user.id, "contact_change")] : []),
    ...channels
      .flatMap((channel) => unverifiedContactsOf(user, channel))
      .map((contact) => sendingAttempt("notice", contact, { network: origin.network })),
  ];
}

/**
 * Seals notices of a new password or contact to the contacts that the user had before the change,
 * so that the thief of a session cannot take the account over unnoticed. Source: OWASP ASVS 5.0,
 * 6.3.7.
 */
export async function sealChangeNotices(
  ctx: Pick<ServiceContext, "config" | "nowMs">,
  user: User,
  { channels, isPasswordNew }: Change,
): Promise<SealedMessage[]> {
  const verified = verifiedContactsOf(user);
  const notices = isPasswordNew
    ? await sealMessages(ctx, verified, { kind: "password_changed" })
    : [];
  for (const changed of channels) {
    const recipients = [...verified, ...unverifiedContactsOf(user, changed)];
    notices.push(...(await sealMessages(ctx, recipients, { kind: "contact_changed", changed })));
  }
  return notices;
}

function unverifiedContactsOf(user: User, channel: Channel) {
  const contact = contactOf(user, channel);
  return contact && !contact.isVerified ? [contact] : [];
}
