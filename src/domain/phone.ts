import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";
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
  if (text.length > PHONE_INPUT_LENGTH_MAX) return null;
  const number = parsePhoneNumberFromString(text, {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  // An extension would be dropped silently, although it reaches another person on the same number.
  if (!number?.isValid() || number.ext || !E164.test(number.number)) return null;
  return number.number as string as Phone;
}
