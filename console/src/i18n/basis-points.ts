import { percentText, type Sign } from "./amount.ts";

/** Basis points, which are hundredths of a percent, as a percentage: "0.50" for 50, "-5.00". */
export function percentDecimal(points: number): string {
  const hundredths = String(Math.abs(points)).padStart(3, "0");
  const decimal = `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
  return points < 0 ? `-${decimal}` : decimal;
}

/** The same without zeros at the end: "0.5" for 50. */
export function shortPercent(points: number): string {
  return percentDecimal(points).replace(/\.?0+$/, "");
}

/** Basis points as a percentage in the digits of the language: "0.50%", "+3.10%". */
export function basisPointsText(points: number, sign: Sign = "minus"): string {
  return percentText(percentDecimal(points), sign);
}
