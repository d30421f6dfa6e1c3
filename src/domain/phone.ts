import {
  type CountryCode,
  type NumberType,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { asciiText } from "./ascii-text.ts";
import { PHONE_INPUT_LENGTH_MAX } from "./bounds.ts";

/** A phone number in E.164: `+967771234567`. */
export type Phone = string & { readonly __phone: true };

// The same pattern as the CHECK users_phone_e164. libphonenumber also accepts Austrian numbers of
// six digits and German numbers of seventeen; E.164 allows at most fifteen.
export const E164 = /^[+][1-9][0-9]{6,14}$/;

/** Whether a text, already known to be a phone in E.164 or an id, is a phone. */
export function isPhone<Other extends string>(text: Phone | Other): text is Phone {
  return text.startsWith("+");
}

/**
 * Parses a phone number as people write it; a national number belongs to `country`. Returns null if
 * it is not a valid number of its country. Source: ITU-T E.164, libphonenumber.
 */
export function parsePhone(text: string, country: string): Phone | null {
  const number = read(text, country);
  return number?.isValid() ? (number.number as string as Phone) : null;
}

/**
 * Like parsePhone, but accepts each number of a possible length: an account keeps its number, also
 * when newer numbering plans no longer have it.
 */
export function parseAccountPhone(text: string, country: string): Phone | null {
  const number = read(text, country);
  return number?.isPossible() ? (number.number as string as Phone) : null;
}

// They cost the service or the called person extra, or belong to no person's phone.
const NO_CODES: readonly NumberType[] = [
  "PREMIUM_RATE",
  "SHARED_COST",
  "TOLL_FREE",
  "UAN",
  "VOICEMAIL",
  "PAGER",
  "PERSONAL_NUMBER",
];

/**
 * Whether the service sends codes to a number: not to premium-rate, freephone and similar ones, nor
 * to those of no country (satellites, international networks).
 */
export function canReceiveCodes(phone: Phone): boolean {
  const number = parsePhoneNumberFromString(phone);
  return !number?.isNonGeographic() && !NO_CODES.includes(number?.getType());
}

/**
 * The text of a phone in ASCII, without a `tel:` before it and brackets around its country code.
 */
export function phoneText(text: string): string {
  return asciiText(text)
    .replace(/^tel: ?/i, "")
    .replace(/^\( ?(\+ ?\d{1,3}) ?\)/, "$1 ");
}

// It shows the digits in reverse order: another number than the one that would be read.
const RIGHT_TO_LEFT_OVERRIDE = "\u202E";

function read(text: string, country: string) {
  if (text.includes(RIGHT_TO_LEFT_OVERRIDE)) return null;
  const plain = phoneText(text);
  if (plain.length > PHONE_INPUT_LENGTH_MAX) return null;
  const number = parsePhoneNumberFromString(plain, {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  // An extension would be dropped silently, although it reaches another person on the same number.
  return number && !number.ext && E164.test(number.number) ? number : null;
}
