import { displayNames, numberFormat } from "./formats.ts";
import { language, locale } from "./language.ts";

/** Which signs an amount shows: a minus, both, or none. */
export type Sign = "minus" | "both" | "none";

const MINUS = "−";

/** Short Arabic names of the currencies that are used most here; others show their code. */
const ARABIC_SHORT: Readonly<Record<string, string>> = {
  YEM: "ر.ي",
  USD: "دولار",
  SAR: "ر.س",
  EUR: "يورو",
  AED: "د.إ",
  GBP: "جنيه",
  EGP: "ج.م",
  KWD: "د.ك",
  OMR: "ر.ع",
  QAR: "ر.ق",
  BHD: "د.ب",
  JOD: "د.أ",
};

/** How a currency stands behind an amount. */
export function currencyShort(code: string): string {
  return language.value === "ar" ? (ARABIC_SHORT[code] ?? code) : code;
}

/** The full name of a currency. YEM is the service's own code for the Yemeni rial. */
export function currencyName(code: string): string {
  return currencyNameIn(locale.value, code);
}

/** The same in the other language of the console, by which somebody may look for it. */
export function otherCurrencyName(code: string): string {
  return currencyNameIn(language.value === "ar" ? "en" : "ar", code);
}

function currencyNameIn(tag: string, code: string): string {
  const names = displayNames(tag, { type: "currency" });
  return names.of(code === "YEM" ? "YER" : code) ?? code;
}

/** The figures of a decimal string, grouped for the language. No digit is lost: it stays a string. */
export function formatDecimal(decimal: string, sign: Sign = "minus"): string {
  const isNegative = decimal.startsWith("-");
  const plain = decimal.replace(/^[-+]/, "");
  const fraction = plain.split(".")[1]?.length ?? 0;
  const format = numberFormat(locale.value, {
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  });
  const figures = format.format(plain as Intl.StringNumericLiteral);
  return `${signOf(isNegative, plain, sign)}${figures}`;
}

/**
 * Makes the formatters of amounts, which takes a slow phone tens of milliseconds. It is called
 * while the answers are on their way, so that the amounts do not wait for it.
 */
export function prepareAmounts(): void {
  formatDecimal("0.00");
  currencyName("USD");
}

function signOf(isNegative: boolean, plain: string, sign: Sign): string {
  if (sign === "none" || !/[1-9]/.test(plain)) return "";
  if (isNegative) return MINUS;
  return sign === "both" ? "+" : "";
}

/** "0.5%" or "+3.1%" of a decimal string, isolated. */
export function percentText(decimal: string, sign: Sign = "minus"): string {
  return `\u2066${formatDecimal(decimal, sign)}${language.value === "ar" ? "٪" : "%"}\u2069`;
}

/** "300.00 YEM", for a button, a title or a sentence. Isolated, so that it keeps its order in Arabic. */
export function amountText(decimal: string, currency: string, sign: Sign = "minus"): string {
  return `\u2066${formatDecimal(decimal, sign)}\u2069\u00a0${currencyShort(currency)}`;
}
