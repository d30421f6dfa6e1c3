import { latinDigits } from "../i18n/latin-digits.ts";

/** A typed phone with Latin digits, without `tel:` and marks that cannot be seen. */
export function plainPhone(text: string): string {
  return latinDigits(text)
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .trim()
    .replace(/^tel:\s*/i, "");
}
