import { locale } from "../../i18n/language.ts";

/** A count in the digits of the language. */
export function countText(count: number): string {
  return new Intl.NumberFormat(locale.value).format(count);
}
