import { arabicDigits } from "./arabic-digits.ts";
import { numberFormat, pluralRules } from "./formats.ts";
import { digits, language, locale } from "./language.ts";

/** A text, or a function that puts values into one. */
type Text = string | ((...values: never[]) => unknown);
interface Texts {
  readonly [name: string]: Text | Texts;
}

/** Texts of the same names and values; their own wording. */
type SameTexts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => infer R
      ? (...values: V) => R extends string ? string : R
      : SameTexts<T[K]>;
};

/**
 * The texts of a page in both languages; a text that Arabic lacks does not compile. The function
 * that it returns reads the language, so a component that calls it is rendered again when the
 * language changes.
 */
export function words<const T extends Texts>(texts: {
  readonly en: T;
  readonly ar: SameTexts<T>;
}): () => SameTexts<T> {
  let inArabicDigits: SameTexts<T> | null = null;
  return () => {
    if (language.value !== "ar") return texts.en as unknown as SameTexts<T>;
    if (digits.value === "latn") return texts.ar;
    inArabicDigits ??= withArabicDigits(texts.ar);
    return inArabicDigits;
  };
}

/** The fixed texts of a table in Arabic digits; a function formats the values that it is given. */
function withArabicDigits<T>(texts: T): T {
  if (typeof texts === "string") return arabicDigits(texts) as T;
  if (typeof texts !== "object" || texts === null) return texts;
  const entries = Object.entries(texts).map(([name, text]) => [name, withArabicDigits(text)]);
  return Object.fromEntries(entries);
}

/** A fixed text that is in no table of `words`, in the digits that the person chose. */
export function inChosenDigits(text: string): string {
  return language.value === "ar" && digits.value === "arab" ? arabicDigits(text) : text;
}

type Plurals = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The form of a count's text by the rules of the language; `#` stands for the count. */
export function plural(count: number, forms: Plurals): string {
  const rule = pluralRules(language.value, {}).select(count);
  const text = forms[rule] ?? forms.other;
  return text.replace("#", numberFormat(locale.value, {}).format(count));
}
