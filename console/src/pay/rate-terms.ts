import type { Rate } from "@mahfaza/client";
import { amountText } from "../i18n/amount.ts";
import { words } from "../i18n/words.ts";

const t = words({
  en: {
    aden: "Aden",
    sanaa: "Sana’a",
    comma: ", ",
  },
  ar: {
    aden: "عدن",
    sanaa: "صنعاء",
    comma: "، ",
  },
});

type Terms = Pick<Rate, "base_currency" | "counter_currency" | "market" | "rate" | "unit">;

/** "Aden" or "Sana’a". */
export function marketName(market: "aden" | "sanaa"): string {
  return t()[market];
}

/** "1 USD = 1,620 YEM, Aden"; "≈" when the rate is rounded. */
export function rateText(
  { unit, base_currency, rate, counter_currency, market }: Terms,
  isRounded = false,
): string {
  const sign = isRounded ? "≈" : "=";
  const base = amountText(String(unit), base_currency);
  const pair = `${base} ${sign} ${amountText(rate, counter_currency)}`;
  return market ? pair + t().comma + t()[market] : pair;
}
