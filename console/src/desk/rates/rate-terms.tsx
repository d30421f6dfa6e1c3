import { formatDecimal } from "../../i18n/amount.ts";
import { basisPointsText } from "../../i18n/basis-points.ts";
import { plural, words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Details } from "../../ui/page.tsx";
import { countText } from "../ui/count-text.ts";
import { MARKET } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import type { Pair } from "./pair.ts";

const t = words({
  en: {
    rate: "Rate",
    spread: "Spread",
    fee: "Fee",
    most: "Most in one quote",
    valid: "In force for",
    minutes: (count: number) => plural(count, { one: "# minute", other: "# minutes" }),
    hours: (count: number) => plural(count, { one: "# hour", other: "# hours" }),
    seconds: (count: number) => plural(count, { one: "# second", other: "# seconds" }),
  },
  ar: {
    rate: "السعر",
    spread: "الهامش",
    fee: "الرسوم",
    most: "أقصى عرض واحد",
    valid: "يسري لمدة",
    minutes: (count: number) =>
      plural(count, { one: "دقيقة واحدة", two: "دقيقتين", few: "# دقائق", other: "# دقيقة" }),
    hours: (count: number) =>
      plural(count, { one: "ساعة واحدة", two: "ساعتين", few: "# ساعات", other: "# ساعة" }),
    seconds: (count: number) =>
      plural(count, { one: "ثانية واحدة", two: "ثانيتين", few: "# ثوانٍ", other: "# ثانية" }),
  },
});

export interface Terms extends Pair {
  readonly rate: string;
  readonly unit: number;
  readonly spread_basis_points: number;
  readonly fee_basis_points: number;
  readonly quote_max: string;
}

/** "USD / YEM · Aden", isolated. */
export function pairTitle({ base_currency, counter_currency, market }: Pair): string {
  const pair = `\u2066${base_currency} / ${counter_currency}\u2069`;
  return market ? `${pair} · ${nameOf(MARKET, market)}` : pair;
}

/** "1 USD = 1,620 YEM", in the order of the equation in both languages. */
export function rateText({ rate, unit, base_currency, counter_currency }: Terms): string {
  return `\u2066${countText(unit)} ${base_currency} = ${formatDecimal(rate)} ${counter_currency}\u2069`;
}

function duration(seconds: number): string {
  if (seconds % 3600 === 0) return t().hours(seconds / 3600);
  return seconds % 60 === 0 ? t().minutes(seconds / 60) : t().seconds(seconds);
}

interface TermsProps {
  readonly of: Terms;
  readonly validForSeconds: number;
}

/** The terms of a rate: spread, fee, the most in one quote, and how long it is in force. */
export function RateTerms({ of, validForSeconds }: TermsProps) {
  return (
    <Details
      lines={[
        [t().rate, rateText(of)],
        [t().spread, basisPointsText(of.spread_basis_points)],
        [t().fee, basisPointsText(of.fee_basis_points)],
        [t().most, <Amount value={of.quote_max} currency={of.base_currency} />],
        [t().valid, duration(validForSeconds)],
      ]}
    />
  );
}
