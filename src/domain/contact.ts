import type { Email } from "./email.ts";
import type { Phone } from "./phone.ts";
import type { User } from "./user.ts";

/** The ways on which a person can be reached. */
export const CHANNELS = ["phone", "email"] as const;
export type Channel = (typeof CHANNELS)[number];

/** An address on its channel. */
export type Contact =
  | { readonly channel: "phone"; readonly address: Phone }
  | { readonly channel: "email"; readonly address: Email };

/** A contact of a person's own, and whether a code that was sent there has come back. */
export type OwnContact = Contact & { readonly isVerified: boolean };

/** What a one-time code is good for. */
export const CODE_PURPOSES = ["verification", "password_reset"] as const;
export type CodePurpose = (typeof CODE_PURPOSES)[number];

type Reachable = Pick<User, "phone" | "email" | "isPhoneVerified" | "isEmailVerified">;

/** A person's contact on a channel; null when they have none there. */
export function contactOf(person: Reachable, channel: Channel): OwnContact | null {
  if (channel === "phone") {
    return { channel, address: person.phone, isVerified: person.isPhoneVerified };
  }
  const { email, isEmailVerified } = person;
  return email === null ? null : { channel, address: email, isVerified: isEmailVerified };
}

/** Where a person can be told something without telling it to somebody else. */
export function verifiedContactsOf(person: Reachable): OwnContact[] {
  return CHANNELS.flatMap((channel) => {
    const contact = contactOf(person, channel);
    return contact?.isVerified ? [contact] : [];
  });
}
