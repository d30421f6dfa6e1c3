import type { Quote, Rate } from "@mahfaza/client";
import { percentText } from "../i18n/amount.ts";
import { shortPercent } from "../i18n/basis-points.ts";
import { words } from "../i18n/words.ts";
import { effectiveRate } from "./effective-rate.ts";
import { rateText } from "./rate-terms.ts";

const t = words({
  en: {
    rate: "Rate",
    yours: "Rate for you",
    middle: "Middle rate",
    margin: (rate: string, percent: string) => `${rate}, before our margin of ${percent}`,
  },
  ar: {
    rate: "السعر",
    yours: "السعر لك",
    middle: "السعر الأوسط",
    margin: (rate: string, percent: string) => `${rate}، قبل هامشنا وهو ${percent}`,
  },
});

type QuotedRate = NonNullable<Quote["rate"]>;

interface Priced extends Pick<Quote, "source_amount" | "fee_amount" | "target_amount"> {
  readonly from: string;
  readonly to: string;
  readonly rate: QuotedRate;
}

/**
 * The rate of an exchange, as lines of its details: the one that was applied, so that the amount
 * after the fee times it is what arrives; below it the middle rate, with the margin between them.
 */
export function rateLines({ rate, ...amounts }: Priced): (readonly [string, string])[] {
  const own = effectiveRate({ ...amounts, base: rate.base_currency, unit: rate.unit });
  const text = own ? rateText({ ...rate, rate: own.rate }, own.isRounded) : rateText(rate);
  if (rate.spread_basis_points === 0) return [[t().rate, text]];
  return [
    [t().yours, text],
    [t().middle, marginText(rate)],
  ];
}

/** "1 USD = 1,620 YEM, before our margin of 0.5%". */
export function marginText(rate: Pick<Rate, keyof QuotedRate>): string {
  if (rate.spread_basis_points === 0) return rateText(rate);
  const middle = rateText({ ...rate, market: null });
  return t().margin(middle, percentText(shortPercent(rate.spread_basis_points)));
}
