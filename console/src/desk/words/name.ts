import { language } from "../../i18n/language.ts";

type Table = Readonly<Record<"en" | "ar", Readonly<Record<string, string>>>>;

/** The words of a code; the code itself when the service is newer than this page. */
export function nameOf(table: Table, code: string): string {
  return table[language.value][code] ?? code;
}

/** A table of words as options of a field, in the order of the table. */
export function optionsOf<K extends string>(
  table: Readonly<Record<"en" | "ar", Readonly<Record<K, string>>>>,
): readonly (readonly [K, string])[] {
  return Object.entries(table[language.value]) as [K, string][];
}
