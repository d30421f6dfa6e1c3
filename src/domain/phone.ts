import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";
import { PHONE_INPUT_LENGTH_MAX } from "./bounds.ts";

/** A phone number in E.164: `+967771234567`. */
export type Phone = string & { readonly __phone: true };

// As the books have it (users_phone_e164). libphonenumber also takes Austrian numbers of six digits and
// German ones of seventeen; E.164 ends at fifteen.
export const E164 = /^[+][1-9][0-9]{6,14}$/;

/**
 * Reads a phone number as people write it; a national number is one of `country`.
 * Returns null for what is no possible number of its country. Source: ITU-T E.164, libphonenumber.
 */
export function parsePhone(text: string, country: string): Phone | null {
  if (text.length > PHONE_INPUT_LENGTH_MAX) return null;
  const number = parsePhoneNumberFromString(text, {
    defaultCountry: country as CountryCode,
    extract: false,
  });
  // An extension would be dropped in silence: it names somebody else behind the same number.
  if (!number?.isValid() || number.ext || !E164.test(number.number)) return null;
  return number.number as string as Phone;
}
