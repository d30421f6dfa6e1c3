import type { CurrencyCode } from "./currency.ts";
import type { UnixMs } from "./instant.ts";
import {
  type Direction,
  LIMIT_RULES,
  type LimitRule,
  type LimitsClock,
  type LimitsProfile,
  type LimitUsage,
  type Measure,
  type OwnLimits,
  type PersonLimits,
  resetsOf,
  usageAt,
} from "./limit.ts";
import { limitsWithOwn, ownLimitAt, tierLimits } from "./limit-table.ts";

/** One limit of a person as it is now; sums in minor units. */
export interface LimitState {
  readonly rule: LimitRule;
  /** What applies: that of the tier, or a lower one that the person has set. */
  readonly limit: bigint;
  /** Null: one operation has no past. */
  readonly used: bigint | null;
  readonly remaining: bigint;
  readonly resetsAtMs: UnixMs | null;
  readonly tierLimit: bigint;
  readonly ownLimit: bigint | null;
  /** The raise or removal of the own limit that is still to come. */
  readonly pending: { readonly ownLimit: bigint | null; readonly atMs: UnixMs } | null;
}

/** The limits of a person in one currency. */
export interface CurrencyLimits {
  readonly currency: CurrencyCode;
  readonly states: readonly LimitState[];
}

/** What the states follow from; `balanceMinor` is that of all wallets of the currency. */
export interface LimitFacts {
  readonly profile: LimitsProfile;
  readonly clock: LimitsClock;
  readonly nowMs: UnixMs;
  readonly person: Omit<PersonLimits, "siblingsMinor">;
  readonly balanceMinor: bigint;
}

const WINDOW_FIELDS = {
  day_sum: "daySum",
  day_count: "dayCount",
  month_sum: "monthSum",
  month_count: "monthCount",
} as const;

/** The direction and measure of a limit; null for that of the balance. */
function partsOf(rule: LimitRule): readonly [Direction, Measure] | null {
  if (rule === "balance") return null;
  const [direction] = rule.split("_", 1) as [Direction];
  return [direction, rule.slice(direction.length + 1) as Measure];
}

/** How long the window of a limit is; null: it has none. */
export function periodOf(rule: LimitRule): "day" | "month" | null {
  const measure = partsOf(rule)?.[1];
  if (measure === undefined || measure === "operation_sum") return null;
  return measure.startsWith("day") ? "day" : "month";
}

function usedOf(rule: LimitRule, usage: LimitUsage, balanceMinor: bigint): bigint | null {
  const parts = partsOf(rule);
  if (parts === null) return balanceMinor;
  const [direction, measure] = parts;
  return measure === "operation_sum" ? null : usage[direction][WINDOW_FIELDS[measure]];
}

/** All limits of a person in one currency, as the ledger would apply them now. */
export function currencyLimits(currency: CurrencyCode, facts: LimitFacts): CurrencyLimits {
  const { profile, clock, nowMs, person, balanceMinor } = facts;
  const ofTier = tierLimits(profile, person.tier, currency);
  const limits = limitsWithOwn(ofTier, person.own, nowMs);
  const usage = usageAt(person.usage, clock.date);
  const resets = resetsOf(usage, clock);
  const states = LIMIT_RULES.map((rule): LimitState => {
    const used = usedOf(rule, usage, balanceMinor);
    const period = periodOf(rule);
    const limit = limits[rule];
    return {
      rule,
      limit,
      used,
      remaining: limit > (used ?? 0n) ? limit - (used ?? 0n) : 0n,
      resetsAtMs: period && resets[period],
      tierLimit: ofTier[rule],
      ...ownState(rule, person.own, nowMs),
    };
  });
  return { currency, states };
}

function ownState(
  rule: LimitRule,
  own: OwnLimits | null,
  nowMs: UnixMs,
): Pick<LimitState, "ownLimit" | "pending"> {
  const parts = partsOf(rule);
  if (own === null || parts?.[0] !== "out") return { ownLimit: null, pending: null };
  const next = own[parts[1]]?.next;
  const isPending = next !== undefined && next.atMs > nowMs;
  const pendingLimit = next?.limit ? BigInt(next.limit) : null;
  return {
    ownLimit: ownLimitAt(own, parts[1], nowMs),
    pending: isPending ? { ownLimit: pendingLimit, atMs: next.atMs as UnixMs } : null,
  };
}
