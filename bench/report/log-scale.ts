// A logarithmic axis: the position of a value, and the values of the ticks.

export interface LogScale {
  /** The position in pixels. A value below the domain is at the low end. */
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

const POWERS = Array.from({ length: 20 }, (_, index) => 10 ** (index - 6));
const STEPS = POWERS.flatMap((power) => [power, 2 * power, 5 * power]);

/** An axis with ticks at 1, 2 and 5 times powers of ten; above a thousandfold range, only at powers of ten. */
export function oneTwoFive(values: readonly number[], ends: readonly [number, number]): LogScale {
  const seen = values.filter((value) => value > 0 && value < Infinity);
  const [least, greatest] = seen.length > 0 ? [Math.min(...seen), Math.max(...seen)] : [1, 10];
  const low = STEPS.findLast((step) => step <= least) ?? least;
  const high = STEPS.find((step) => step >= greatest && step > low) ?? greatest;
  const candidates = high / low > 1000 ? POWERS : STEPS;
  return {
    place: between([low, high], ends),
    ticks: candidates.filter((tick) => tick >= low && tick <= high),
  };
}

/** An axis with a tick at every count; the first and the last are the ends. */
export function counts(values: readonly number[], ends: readonly [number, number]): LogScale {
  const ticks = [...new Set(values)].sort((a, b) => a - b);
  return { place: between([ticks[0] ?? 1, ticks.at(-1) ?? 1], ends), ticks };
}

function between(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  if (high === low) return () => (from + to) / 2;
  return (value) =>
    from + ((to - from) * Math.log(Math.max(value, low) / low)) / Math.log(high / low);
}
