import { computed, effect, signal } from "@preact/signals";

/** The languages of the console. */
export type Language = "en" | "ar";
/** Latin (123) or Arabic (١٢٣) digits, for Arabic. */
export type Digits = "latn" | "arab";

const LANGUAGE = "mahfaza.language";
const DIGITS = "mahfaza.digits";

const kept = (name: string) => localStorage.getItem(name);

/** The first language of the browser that the console has; English otherwise. */
function browserLanguage(): Language {
  const found = navigator.languages.find((tag) => /^(ar|en)\b/i.test(tag));
  return found?.toLowerCase().startsWith("ar") ? "ar" : "en";
}

const keptLanguage = kept(LANGUAGE);

export const language = signal<Language>(
  keptLanguage === "ar" || keptLanguage === "en" ? keptLanguage : browserLanguage(),
);

export const digits = signal<Digits>(kept(DIGITS) === "arab" ? "arab" : "latn");

/** The BCP 47 tag for `Intl`. Western and Yemeni habits: Latin digits unless the person chose others. */
export const locale = computed(() =>
  language.value === "ar" ? `ar-YE-u-nu-${digits.value}-ca-gregory` : "en-GB",
);

export function chooseLanguage(next: Language): void {
  language.value = next;
  localStorage.setItem(LANGUAGE, next);
}

export function chooseDigits(next: Digits): void {
  digits.value = next;
  localStorage.setItem(DIGITS, next);
}

/** Writes the choices again, after a log-out has cleared all that this origin stored. */
export function keepLanguage(): void {
  if (keptLanguage !== null || language.value !== browserLanguage()) {
    localStorage.setItem(LANGUAGE, language.value);
  }
  if (digits.value !== "latn") localStorage.setItem(DIGITS, digits.value);
}

effect(() => {
  document.documentElement.lang = language.value;
  document.documentElement.dir = language.value === "ar" ? "rtl" : "ltr";
});
