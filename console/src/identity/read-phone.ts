import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** A phone as it was understood. */
export interface ReadPhone {
  /** In E.164. */
  readonly phone: string;
  /** With blanks, to be read. */
  readonly shown: string;
  /** ISO 3166 code; null for a number of no country. */
  readonly country: string | null;
}

/** National numbers are read as this country's, as the service reads them. */
const COUNTRY = "YE";

/** Reads a number as somebody typed it; null when it is no whole number of its country. */
export function readPhone(typed: string): ReadPhone | null {
  const number = parsePhoneNumberFromString(typed, { defaultCountry: COUNTRY, extract: false });
  if (!number?.isPossible() || number.ext) return null;
  return {
    phone: number.number,
    shown: number.formatInternational(),
    country: number.country ?? null,
  };
}
