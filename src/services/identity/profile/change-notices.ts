import { type Channel, contactOf, verifiedContactsOf } from "../../../domain/contact.ts";
import type { Origin } from "../../../domain/origin.ts";
import { done, type Outcome } from "../../../domain/outcome.ts";
import type { PerUserAttemptKind } from "../../../domain/throttle.ts";
import type { User } from "../../../domain/user.ts";
import type { ServiceContext } from "../../context.ts";
import { type SealedMessage, sealMessages } from "../../messages/seal-message.ts";
import { admitSending } from "../contacts/admit-sending.ts";
import { admitChange } from "../throttle/admit-change.ts";

interface Change {
  /** The channels whose contact changes. */
  readonly channels: readonly Channel[];
  readonly isPasswordNew: boolean;
}

/**
 * Seals notices of a new password or contact to the contacts that the user had before the change,
 * so that the thief of a session cannot take the account over unnoticed. No notice is left out;
 * instead, the changes are bounded by admitChange. An unverified old contact may belong to another
 * person, so notices to it are also bounded over all accounts by admitSending. Refuses with
 * too_many_attempts and the delay. Source: OWASP ASVS 5.0, 6.3.7.
 */
export async function sealChangeNotices(
  ctx: ServiceContext,
  user: User,
  { channels, isPasswordNew }: Change,
  origin: Origin,
): Promise<Outcome<SealedMessage[], "too_many_attempts">> {
  const kinds: PerUserAttemptKind[] = [];
  if (isPasswordNew) kinds.push("password_change");
  if (channels.length > 0) kinds.push("contact_change");
  for (const kind of kinds) {
    const admitted = await admitChange(ctx, user.id, kind);
    if (!admitted.ok) return admitted;
  }
  const verified = verifiedContactsOf(user);
  const notices = isPasswordNew
    ? await sealMessages(ctx, verified, { kind: "password_changed" })
    : [];
  for (const changed of channels) {
    const old = contactOf(user, changed);
    const unverified = old && !old.isVerified ? [old] : [];
    for (const contact of unverified) {
      const admitted = await admitSending(ctx, "notice", contact, origin);
      if (!admitted.ok) return admitted;
    }
    const recipients = [...verified, ...unverified];
    notices.push(...(await sealMessages(ctx, recipients, { kind: "contact_changed", changed })));
  }
  return done(notices);
}
