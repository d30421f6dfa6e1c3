// A balance is constant between two entries, so its chart steps. uPlot places pixels by numbers; what
// is read stays the API's string.
import { fromMinor, type Money, toMinor } from "@mahfaza/client";
import { shareOf, unitsOf } from "../ui/share.ts";

/** A balance from a moment on. */
export interface BalancePoint {
  /** RFC 3339. */
  readonly at: string;
  readonly balance: string;
}

/** What GET /v1/wallets/{id}/balances answers, as far as a chart needs it. */
export interface BalanceSeries {
  readonly opening: BalancePoint;
  readonly data: readonly BalancePoint[];
  /** When it was read, by the service's clock: the chart ends there. */
  readonly until: string;
  /** False when there were too many changes: only the last of each part of the time is in it. */
  readonly is_exact: boolean;
}

export interface Steps {
  /** The moments in order: the beginning, each change, and now. */
  readonly points: readonly BalancePoint[];
  /** Seconds since 1970, which are uPlot's. */
  readonly xs: readonly number[];
  /** Heights from 0, the lowest balance, to HEIGHT, the highest. */
  readonly ys: readonly number[];
  readonly lowest: string;
  readonly highest: string;
  readonly change: Change;
}

/** How a balance has changed over the time of a chart. */
export interface Change {
  /** Signed decimal in major units. */
  readonly amount: string;
  /** Signed, with one decimal; null when the balance began at zero. */
  readonly percent: string | null;
}

export const HEIGHT = 10_000;

/** The steps of a chart, to the moment at which its balances were read. */
export function stepsOf({ opening, data, until }: Omit<BalanceSeries, "is_exact">): Steps {
  const before = [opening, ...data];
  const last = before.at(-1) as BalancePoint;
  const points = [...before, { at: until, balance: last.balance }];
  const units = points.map(({ balance }) => unitsOf(balance));
  const low = units.reduce((one, other) => (other < one ? other : one));
  const high = units.reduce((one, other) => (other > one ? other : one));
  const balanceAt = (height: bigint) => points[units.indexOf(height)]?.balance ?? "";
  return {
    points,
    xs: points.map(({ at }) => Date.parse(at) / 1000),
    ys: units.map((balance) => heightOf(balance, low, high)),
    lowest: balanceAt(low),
    highest: balanceAt(high),
    change: changeOf(opening.balance, last.balance),
  };
}

/** A constant balance lies in the middle. */
function heightOf(balance: bigint, low: bigint, high: bigint): number {
  return high === low ? HEIGHT / 2 : shareOf(HEIGHT, balance - low, high - low);
}

/** The change from one balance to another, exact; its percentage is cut after one decimal. */
export function changeOf(first: string, last: string): Change {
  const decimals = Math.max(decimalsOf(first), decimalsOf(last));
  const from = toMinor(first as Money, decimals);
  const difference = toMinor(last as Money, decimals) - from;
  const percent = from === 0n ? null : fromMinor((difference * 1000n) / from, 1);
  return { amount: fromMinor(difference, decimals), percent };
}

const decimalsOf = (amount: string) => amount.split(".")[1]?.length ?? 0;

/** The step that a moment is on: the last one that has begun. */
export function stepAt(xs: readonly number[], x: number): number {
  let [low, high] = [0, xs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((xs[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a key leads from a step: null for a key that is not the chart's. */
export function stepByKey(key: string, step: number, count: number): number | null {
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    // Time runs left to right in both languages.
    ArrowLeft: step - 1,
    ArrowDown: step - 1,
    ArrowRight: step + 1,
    ArrowUp: step + 1,
    PageDown: step - 10,
    PageUp: step + 10,
    Home: 0,
    End: last,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(last, Math.max(0, next));
}
