import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js";
import { PHONE_INPUT_LENGTH_MAX } from "./limits.ts";

/** A phone number in E.164: `+967771234567`. */
export type Phone = string & { readonly __phone: true };

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
  return number?.isValid() && !number.ext ? (number.number as string as Phone) : null;
}
