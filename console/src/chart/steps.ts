// A balance is constant between two entries, so its chart steps. uPlot places pixels by numbers; what
// is read stays the API's string.
import { type Money, toMinor } from "@mahfaza/client";

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

const DECIMALS_MAX = 4;
const minorOf = (balance: string) => toMinor(balance as Money, DECIMALS_MAX);

/** The steps of a chart, to the moment at which its balances were read. */
export function stepsOf({ opening, data, until }: Omit<BalanceSeries, "is_exact">): Steps {
  const before = [opening, ...data];
  const last = before.at(-1) as BalancePoint;
  const points = [...before, { at: until, balance: last.balance }];
  const minors = points.map(({ balance }) => minorOf(balance));
  const low = minors.reduce((one, other) => (other < one ? other : one));
  const high = minors.reduce((one, other) => (other > one ? other : one));
  const balanceAt = (minor: bigint) => points[minors.indexOf(minor)]?.balance ?? "";
  return {
    points,
    xs: points.map(({ at }) => Date.parse(at) / 1000),
    ys: minors.map((minor) => heightOf(minor, low, high)),
    lowest: balanceAt(low),
    highest: balanceAt(high),
    change: changeOf(opening.balance, last.balance),
  };
}

/** A constant balance lies in the middle. */
function heightOf(minor: bigint, low: bigint, high: bigint): number {
  if (high === low) return HEIGHT / 2;
  // A share of HEIGHT, which a number has exactly; no digit of an amount is in it.
  return +String(((minor - low) * BigInt(HEIGHT)) / (high - low));
}

/** The change from one balance to another, exact; its percentage is cut after one decimal. */
export function changeOf(first: string, last: string): Change {
  const [from, to] = [minorOf(first), minorOf(last)];
  const difference = to - from;
  const decimals = Math.max(...[first, last].map((text) => text.split(".")[1]?.length ?? 0));
  const amount = decimalText(difference / 10n ** BigInt(DECIMALS_MAX - decimals), decimals);
  return { amount, percent: from === 0n ? null : decimalText((difference * 1000n) / from, 1) };
}

function decimalText(minor: bigint, decimals: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return minor < 0n ? `-${text}` : text;
}

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
