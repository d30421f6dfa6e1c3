import { CODE_TTL_SECONDS, FACTOR_SETTLES_HOURS } from "./bounds.ts";
import type { Channel, Contact } from "./contact.ts";
import type { HoldRole } from "./hold.ts";
import { type HoldId, type MessageId, toWireId, type UserId } from "./ids.ts";
import { msText, type UnixMs } from "./instant.ts";

/** The messages that the service sends to users. */
const MESSAGE_KINDS = [
  "verification_code",
  "password_reset_code",
  "phone_claim_code",
  "phone_released",
  "contact_changed",
  "password_changed",
  "factor_changed",
  "account_suspended",
  "suspension_lifted",
  "hold_expiring",
  "hold_expired",
  "payment_reversed",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** A change of a user's second factors that a notice reports. */
export type FactorChange =
  | "totp_added"
  | "totp_removed"
  | "passkey_added"
  | "passkey_removed"
  | "recovery_codes_made"
  | "new_factors_removed"
  | "factors_removed";

/** The content of a message: a code, or what was changed. */
export type MessageContent =
  | {
      readonly kind: "verification_code" | "password_reset_code" | "phone_claim_code";
      readonly code: string;
    }
  /** To a user who lost an unverified phone to its owner. */
  | { readonly kind: "phone_released"; readonly userId: UserId }
  | { readonly kind: "contact_changed"; readonly changed: Channel }
  | { readonly kind: "password_changed" | "account_suspended" | "suspension_lifted" }
  /** To both parties of a transaction that operators have undone. */
  | { readonly kind: "payment_reversed"; readonly reference: string }
  | { readonly kind: "factor_changed"; readonly change: FactorChange }
  | HoldNotice;

/** The messages about a hold: its end is near, or it has ended without having been used up. */
export const HOLD_NOTICES = ["hold_expiring", "hold_expired"] as const;

/** A message to the payer or the payee of a hold. */
export interface HoldNotice {
  readonly kind: (typeof HOLD_NOTICES)[number];
  readonly role: HoldRole;
  readonly holdId: HoldId;
  /** What is left of it, with its currency: "300.00 YEM". */
  readonly rest: string;
  readonly expiresAtMs: UnixMs;
}

/** A sealed message to one contact of a user, which the ledger stores with what it reports. */
export interface Notice {
  readonly id: MessageId;
  readonly userId: UserId;
  readonly kind: MessageKind;
  readonly sealed: string;
  readonly ttlSeconds: number;
}

/** One message to one contact. */
export interface Message {
  /** Equal in every delivery attempt, so that the gateway can recognize a duplicate. */
  readonly id: MessageId;
  readonly to: Contact;
  readonly content: MessageContent;
}

/**
 * Hands messages to a gateway. `send` rejects if the gateway did not accept the message; it is then
 * retried.
 */
export interface Sender {
  send(message: Message): Promise<void>;
}

const MINUTES = CODE_TTL_SECONDS / 60;
const CHANGES: Readonly<Record<FactorChange, string>> = {
  totp_added: "An authenticator app was added to",
  totp_removed: "The authenticator app was removed from",
  passkey_added: "A passkey was added to",
  passkey_removed: "A passkey was removed from",
  recovery_codes_made: "New recovery codes were made for",
  new_factors_removed: "With its password, what was enrolled lately was removed from",
  factors_removed: "An operator removed the second factors of",
};
// A password change would require the new factor. A reset does not require it, and removes it.
const UNDO = `reset your password by a code within ${FACTOR_SETTLES_HOURS} hours: that removes what is new and ends all sessions.`;
const END = "reset your password by a code now: that ends all sessions.";
const ADDED: readonly FactorChange[] = ["totp_added", "passkey_added", "recovery_codes_made"];
const NAMES = { phone: "phone number", email: "e-mail address" } as const;

/**
 * The text of a message. It has no link: users must not get used to following links in such
 * messages.
 */
export function messageText(content: MessageContent): {
  readonly subject: string;
  readonly text: string;
} {
  switch (content.kind) {
    case "verification_code":
      return {
        subject: "Your Mahfaza code",
        text: `${content.code} is your Mahfaza code. It is good for ${MINUTES} minutes. Give it to nobody.`,
      };
    case "password_reset_code":
      return {
        subject: "Your Mahfaza code for a new password",
        text: `${content.code} is your Mahfaza code for a new password. It is good for ${MINUTES} minutes. Give it to nobody. If you did not ask for it, do nothing.`,
      };
    case "phone_claim_code":
      return {
        subject: "Your Mahfaza code for this phone number",
        text: `${content.code} is your Mahfaza code for this phone number. It is good for ${MINUTES} minutes. Give it to nobody. If you did not ask for it, do nothing.`,
      };
    case "phone_released":
      return {
        subject: "Your Mahfaza account has no phone number now",
        text: `Another person has proven by a code that the phone number of your Mahfaza account is theirs. You had not verified it. Your account and your money are unchanged. Set another phone number; until then log in with your user ID, ${toWireId("usr", content.userId)}.`,
      };
    case "contact_changed":
      return {
        subject: "Your Mahfaza account was changed",
        text: `The ${NAMES[content.changed]} of your Mahfaza account was changed. If it was not you, set a new password now: that ends all other sessions.`,
      };
    case "factor_changed":
      return {
        subject: "Your Mahfaza account was changed",
        text: `${CHANGES[content.change]} your Mahfaza account. If it was not you, ${ADDED.includes(content.change) ? UNDO : END}`,
      };
    case "password_changed":
      return {
        subject: "Your Mahfaza password was changed",
        text: "Your Mahfaza account has a new password. If it was not you, ask for another one now: that ends all sessions.",
      };
    case "account_suspended":
      return {
        subject: "Your Mahfaza account is suspended",
        text: "An operator suspended your Mahfaza account. You can log in and read everything, but you cannot pay or change anything. Contact support to have it lifted.",
      };
    case "hold_expiring":
    case "hold_expired":
      return holdText(content);
    case "payment_reversed":
      return {
        subject: "A Mahfaza payment was reversed",
        text: `Operators have reversed the transaction ${content.reference} of your Mahfaza account, or a part of it. Your history shows what was given back. Contact support if you have a question.`,
      };
    case "suspension_lifted":
      return {
        subject: "Your Mahfaza account is not suspended any more",
        text: "An operator lifted the suspension of your Mahfaza account. You can pay and change it again. If it was not you who asked for it, set a new password now: that ends all other sessions.",
      };
  }
}

function holdText({ kind, role, holdId, rest, expiresAtMs }: HoldNotice) {
  const at = `${msText(expiresAtMs).slice(0, 16).replace("T", " ")} UTC`;
  const id = toWireId("hld", holdId);
  if (kind === "hold_expiring") {
    const what = role === "payer" ? "is reserved in your wallet" : "can be captured by you";
    const advice = role === "payer" ? "You can extend it until then." : "Capture it before then.";
    return {
      subject: "A Mahfaza hold expires soon",
      text: `The hold ${id} expires at ${at}. Until then ${rest} ${what}. ${advice}`,
    };
  }
  const what = role === "payer" ? "is available to you again" : "cannot be captured any more";
  return {
    subject: "A Mahfaza hold has expired",
    text: `The hold ${id} expired at ${at}. What was left of it, ${rest}, ${what}.`,
  };
}
