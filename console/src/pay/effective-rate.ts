import { exponentOf, type Quote, toMinor } from "@mahfaza/client";

/** A rate by its figures, and whether they are rounded. */
interface EffectiveRate {
  readonly rate: string;
  readonly isRounded: boolean;
}

/** What an exchange moves, with the parts of its rate that say which way it is told. */
export interface Exchanged extends Pick<Quote, "source_amount" | "fee_amount" | "target_amount"> {
  readonly from: string;
  readonly to: string;
  readonly base: string;
  readonly unit: number;
}

/** So many digits tell the rate of a usual amount to the last minor unit. */
const DIGITS_MAX = 8;
const DECIMALS_MAX = 12;

/**
 * What `unit` of the base currency came to in the other one: by what was exchanged after the fee,
 * and what arrived. So it has the margin and each rounding in it: the amount after the fee times
 * this rate is what arrives. Null when nothing was exchanged.
 */
export function effectiveRate(exchanged: Exchanged): EffectiveRate | null {
  const { from, to, base, unit, source_amount, fee_amount, target_amount } = exchanged;
  const given = toMinor(source_amount, from) - toMinor(fee_amount, from);
  const got = toMinor(target_amount, to);
  if (given <= 0n || got <= 0n) return null;
  const [fromScale, toScale] = [scaleOf(from), scaleOf(to)];
  const [over, under] =
    base === from ? [got * fromScale, given * toScale] : [given * toScale, got * fromScale];
  return decimalOf(over * BigInt(unit), under);
}

const scaleOf = (currency: string) => 10n ** BigInt(exponentOf(currency));

/** A fraction above zero as a decimal, rounded to the nearest, without zeros at the end. */
function decimalOf(over: bigint, under: bigint): EffectiveRate {
  const scale = 10n ** BigInt(decimalsFor(over, under));
  const scaled = (2n * over * scale + under) / (2n * under);
  const digits = scaled.toString().padStart(scale.toString().length, "0");
  const decimals = scale.toString().length - 1;
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return {
    rate: fraction === "" ? whole : `${whole}.${fraction}`,
    isRounded: scaled * under !== over * scale,
  };
}

/** How many decimals show as many digits as are wanted; zeros at the begin do not count. */
function decimalsFor(over: bigint, under: bigint): number {
  if (over >= under) return Math.max(DIGITS_MAX - (over / under).toString().length, 0);
  const zeros = (under / over).toString().length - 1;
  return Math.min(DIGITS_MAX + zeros, DECIMALS_MAX);
}
