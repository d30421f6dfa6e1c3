import { percentText as percentOfDecimal, type Sign } from "../../i18n/amount.ts";

/** Basis points as a percentage in the digits of the language: "0.50%", "+3.10%". */
export function percentText(points: number, sign: Sign = "minus"): string {
  const hundredths = String(Math.abs(points)).padStart(3, "0");
  const decimal = `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
  return percentOfDecimal(points < 0 ? `-${decimal}` : decimal, sign);
}
