import { locale } from "../../i18n/language.ts";

/** Basis points as a percentage in the digits of the language: "0.50%", "+3.10%". */
export function percentText(points: number, sign: "auto" | "exceptZero" = "auto"): string {
  const format = new Intl.NumberFormat(locale.value, {
    style: "percent",
    minimumFractionDigits: 2,
    signDisplay: sign,
  });
  return `\u2066${format.format(points / 10_000)}\u2069`;
}
