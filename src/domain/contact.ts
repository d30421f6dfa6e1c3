import type { Email } from "./email.ts";
import type { Phone } from "./phone.ts";
import type { User } from "./user.ts";

/** How the service can send a message to a user. */
export const CHANNELS = ["phone", "email"] as const;
export type Channel = (typeof CHANNELS)[number];

/** An address, with the channel that it belongs to. */
export type Contact =
  | { readonly channel: "phone"; readonly address: Phone }
  | { readonly channel: "email"; readonly address: Email };

/** A user's contact. It is verified once the user has entered a code that was sent there. */
export type OwnContact = Contact & { readonly isVerified: boolean };

/** What a one-time code can be used for. */
export const CODE_PURPOSES = ["verification", "password_reset", "phone_claim"] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

type Reachable = Pick<User, "phone" | "email" | "isPhoneVerified" | "isEmailVerified">;

/** A user's contact on a channel; null if there is none. */
export function contactOf(user: Reachable, channel: Channel): OwnContact | null {
  const { phone, isPhoneVerified, email, isEmailVerified } = user;
  if (channel === "phone") {
    return phone === null ? null : { channel, address: phone, isVerified: isPhoneVerified };
  }
  return email === null ? null : { channel, address: email, isVerified: isEmailVerified };
}

/**
 * The contacts that certainly belong to the user: only these may receive notices about the account.
 */
export function verifiedContactsOf(user: Reachable): OwnContact[] {
  return CHANNELS.flatMap((channel) => {
    const contact = contactOf(user, channel);
    return contact?.isVerified ? [contact] : [];
  });
}
