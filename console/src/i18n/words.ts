import { language, locale } from "./language.ts";

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
  return () => (language.value === "ar" ? texts.ar : (texts.en as unknown as SameTexts<T>));
}

type Plurals = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The form of a count's text by the rules of the language; `#` stands for the count. */
export function plural(count: number, forms: Plurals): string {
  const rule = new Intl.PluralRules(language.value).select(count);
  const text = forms[rule] ?? forms.other;
  return text.replace("#", new Intl.NumberFormat(locale.value).format(count));
}
