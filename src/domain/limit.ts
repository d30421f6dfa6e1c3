// What a person may pay, receive and keep: the words for limits, and how much of them is used.
import type { CurrencyCode } from "./currency.ts";
import type { UnixMs } from "./instant.ts";

/** How well the service knows a person, or what for they use it. Operators set it. */
export const TIERS = ["basic", "verified", "merchant"] as const;
export type Tier = (typeof TIERS)[number];

/** Why an operator sets a tier: a closed list, so that the audit log contains no personal data. */
export const TIER_REASONS = [
  "identity_verified",
  "business_verified",
  "owner_request",
  "verification_expired",
  "risk",
] as const;
export type TierReason = (typeof TIER_REASONS)[number];

/** Which of the two tables of limits a deployment uses. */
export type LimitsProfile = "development" | "production";

/** Out: paid to others or withdrawn. In: received from others or deposited. */
export type Direction = "out" | "in";

/** What is limited in each direction; sums in minor units. */
export const MEASURES = [
  "operation_sum",
  "day_sum",
  "day_count",
  "month_sum",
  "month_count",
] as const;
export type Measure = (typeof MEASURES)[number];

export type LimitRule = `${Direction}_${Measure}` | "balance";

/** Every limit, in the order in which they are shown. */
export const LIMIT_RULES = [
  ...MEASURES.map((measure) => `out_${measure}` as const),
  ...MEASURES.map((measure) => `in_${measure}` as const),
  "balance",
] as const satisfies readonly LimitRule[];

/** Whether it limits how many operations there are, and not their sum. */
export const isCount = (rule: LimitRule | Measure): boolean => rule.endsWith("_count");

/** The limits of a person in one currency: the largest value that is allowed. */
export type Limits = Readonly<Record<LimitRule, bigint>>;

/** A calendar date in the zone of the limits, such as 2026-11-28: sorts in the order of time. */
export type LocalDate = string & { readonly __time: "date" };

/** What was counted in one direction in the running day and month; sums in minor units. */
export interface WindowUsage {
  readonly daySum: bigint;
  readonly dayCount: bigint;
  readonly monthSum: bigint;
  readonly monthCount: bigint;
}

/** What a person has used in one currency. */
export interface LimitUsage {
  /** The date of the running day window, whose month is the running month; null: never counted. */
  readonly date: LocalDate | null;
  readonly out: WindowUsage;
  readonly in: WindowUsage;
}

/**
 * The limits that a person has set for their own payments, by measure; minor units as text. Until
 * `next.atMs`, `limit` applies; from then on `next.limit`. Null: none.
 */
export type OwnLimits = Readonly<
  Partial<
    Record<
      Measure,
      {
        readonly limit: string | null;
        readonly next?: { readonly limit: string | null; readonly atMs: number };
      }
    >
  >
>;

/** What is known of the limits of a person in one currency. */
export interface PersonLimits {
  readonly tier: Tier;
  readonly usage: LimitUsage;
  readonly own: OwnLimits | null;
  /** The balance of the person's other wallets in this currency. */
  readonly siblingsMinor: bigint;
}

/** The database's date in the zone of the limits, and when the next day and month begin there. */
export interface LimitsClock {
  readonly date: LocalDate;
  readonly tomorrowMs: UnixMs;
  readonly nextMonthMs: UnixMs;
}

/** Why an operation is above a limit: what its caller is told, and what is stored for a replay. */
export interface LimitBreach {
  readonly rule: LimitRule;
  readonly currency: CurrencyCode;
  /** Minor units, or a number of operations. */
  readonly limit: string;
  readonly remaining: string;
  /** When the window ends; null for the limits of one operation and of the balance. */
  readonly resetsAtMs: UnixMs | null;
}

const NOTHING: WindowUsage = { daySum: 0n, dayCount: 0n, monthSum: 0n, monthCount: 0n };
export const UNUSED: LimitUsage = { date: null, out: NOTHING, in: NOTHING };

const monthOf = (date: LocalDate): string => date.slice(0, 7);

/** The later of two dates. A window never turns back, whatever becomes of the zone. */
export function laterDate(a: LocalDate, b: LocalDate | null): LocalDate {
  return b !== null && b > a ? b : a;
}

/** The usage in the windows of `date`, or of its own date if that is later. */
export function usageAt(usage: LimitUsage, date: LocalDate): LimitUsage {
  if (usage.date !== null && usage.date >= date) return usage;
  const isSameMonth = usage.date !== null && monthOf(usage.date) === monthOf(date);
  const turned = ({ monthSum, monthCount }: WindowUsage): WindowUsage =>
    isSameMonth ? { ...NOTHING, monthSum, monthCount } : NOTHING;
  return { date, out: turned(usage.out), in: turned(usage.in) };
}

/** Adds what an operation moves; `times` is 0 for a part that joins an operation of before. */
export function usageWith(
  usage: LimitUsage,
  direction: Direction,
  { amountMinor, times }: { readonly amountMinor: bigint; readonly times: bigint },
): LimitUsage {
  const { daySum, dayCount, monthSum, monthCount } = usage[direction];
  const added: WindowUsage = {
    daySum: daySum + amountMinor,
    dayCount: dayCount + times,
    monthSum: monthSum + amountMinor,
    monthCount: monthCount + times,
  };
  return { ...usage, [direction]: added };
}

/**
 * Takes back from the sums what was counted on the date `on`, in the windows that still run. The
 * operation has taken place, so the counts stay.
 */
export function usageWithout(
  usage: LimitUsage,
  direction: Direction,
  { amountMinor, on }: { readonly amountMinor: bigint; readonly on: LocalDate },
): LimitUsage {
  const { date } = usage;
  if (date === null || monthOf(date) !== monthOf(on)) return usage;
  const less = (sum: bigint) => (sum > amountMinor ? sum - amountMinor : 0n);
  const { daySum, monthSum, ...counts } = usage[direction];
  const left: WindowUsage = {
    ...counts,
    daySum: on === date ? less(daySum) : daySum,
    monthSum: less(monthSum),
  };
  return { ...usage, [direction]: left };
}

const DAY_MS = 86_400_000;

/** When the windows of the usage end: the clock's next day and month, later for a later date. */
export function resetsOf(
  { date }: LimitUsage,
  clock: LimitsClock,
): { readonly day: UnixMs; readonly month: UnixMs } {
  if (date === null || date <= clock.date) {
    return { day: clock.tomorrowMs, month: clock.nextMonthMs };
  }
  const after = (later: number) =>
    (clock.tomorrowMs + later - Date.parse(clock.date) - DAY_MS) as UnixMs;
  const [year = 0, month = 0] = date.split("-").map(Number);
  const isSameMonth = monthOf(date) === monthOf(clock.date);
  return {
    day: after(Date.parse(date) + DAY_MS),
    month: isSameMonth ? clock.nextMonthMs : after(Date.UTC(year, month, 1)),
  };
}
