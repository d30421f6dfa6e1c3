import { AMOUNT_MINOR_MAX, BALANCE_MINOR_MAX } from "./bounds.ts";
import { allCurrencies, type CurrencyCode } from "./currency.ts";
import {
  isCount,
  type Limits,
  type LimitsProfile,
  MEASURES,
  type Measure,
  type OwnLimits,
  type Tier,
} from "./limit.ts";
import { parseAmount } from "./money.ts";

/**
 * The unit of the limits in each currency, in major units: worth about 100 US dollars. The amounts
 * are in the code and not in the database: the decision needs no read, and a change is reviewed.
 */
const UNITS: Readonly<Record<string, string>> = {
  YEM: "50000",
  YER: "50000",
  AED: "375",
  BHD: "38",
  CLF: "2.5",
  CNY: "750",
  EGP: "5000",
  EUR: "100",
  GBP: "85",
  INR: "8750",
  JOD: "75",
  JPY: "15000",
  KWD: "30",
  OMR: "38",
  QAR: "375",
  SAR: "375",
  TRY: "4000",
  USD: "100",
};

// For currencies without an own unit. One of theirs is worth at most about four US dollars.
const DEFAULT_UNIT = "50";

/** Sums are numbers of units; counts are numbers of operations. In the order of MEASURES. */
type Row = readonly [
  operation: bigint,
  day: bigint,
  perDay: bigint,
  month: bigint,
  perMonth: bigint,
];

interface TierLimits {
  readonly out: Row;
  readonly in: Row;
  readonly balance: bigint;
}

const PRODUCTION: Readonly<Record<Tier, TierLimits>> = {
  basic: { out: [2n, 5n, 20n, 20n, 200n], in: [5n, 10n, 50n, 30n, 500n], balance: 20n },
  verified: {
    out: [50n, 100n, 100n, 500n, 1_000n],
    in: [100n, 200n, 200n, 1_000n, 2_000n],
    balance: 500n,
  },
  merchant: {
    out: [500n, 2_000n, 1_000n, 20_000n, 10_000n],
    in: [500n, 5_000n, 20_000n, 50_000n, 400_000n],
    balance: 20_000n,
  },
};

// In minor units of each currency: high enough for tests and benchmarks.
const BY_DAY = 10n ** 17n;
const HIGH: Row = [AMOUNT_MINOR_MAX, BY_DAY, 10n ** 6n, 5n * BY_DAY, 10n ** 7n];
const HIGHER: Row = [AMOUNT_MINOR_MAX, 2n * BY_DAY, 10n ** 7n, 10n * BY_DAY, 10n ** 8n];
const DEVELOPMENT: Readonly<Record<Tier, TierLimits>> = {
  basic: { out: HIGH, in: HIGH, balance: BALANCE_MINOR_MAX },
  verified: { out: HIGHER, in: HIGHER, balance: BALANCE_MINOR_MAX },
  merchant: { out: HIGHER, in: HIGHER, balance: BALANCE_MINOR_MAX },
};

function limitsIn(tier: TierLimits, unitMinor: bigint): Limits {
  const direction = (name: "out" | "in") =>
    MEASURES.map((measure, i) => [
      `${name}_${measure}`,
      (tier[name][i] ?? 0n) * (isCount(measure) ? 1n : unitMinor),
    ]);
  const balance = tier.balance * unitMinor;
  return Object.fromEntries([...direction("out"), ...direction("in"), ["balance", balance]]);
}

function tableOf({ code, exponent }: { code: CurrencyCode; exponent: number }) {
  const unitMinor = parseAmount(UNITS[code] ?? DEFAULT_UNIT, exponent);
  if (unitMinor === null) throw new Error(`the unit of ${code} is no amount of it`);
  const byTier = (tiers: Readonly<Record<Tier, TierLimits>>, unit: bigint) => ({
    basic: limitsIn(tiers.basic, unit),
    verified: limitsIn(tiers.verified, unit),
    merchant: limitsIn(tiers.merchant, unit),
  });
  return { production: byTier(PRODUCTION, unitMinor), development: byTier(DEVELOPMENT, 1n) };
}

const TABLE = new Map(allCurrencies().map((currency) => [currency.code, tableOf(currency)]));

/** The limits of a tier in a currency. Throws for an unknown currency. */
export function tierLimits(profile: LimitsProfile, tier: Tier, currency: CurrencyCode): Limits {
  const table = TABLE.get(currency);
  if (!table) throw new Error(`currency ${currency} has no limits`);
  return table[profile][tier];
}

/** The limit that a person has set for a measure, at this time; null: none. */
export function ownLimitAt(own: OwnLimits, measure: Measure, nowMs: number): bigint | null {
  const set = own[measure];
  const limit = set?.next && set.next.atMs <= nowMs ? set.next.limit : set?.limit;
  return limit ? BigInt(limit) : null;
}

/** The limits that apply: those of the tier, lowered by a person's own. */
export function limitsWithOwn(limits: Limits, own: OwnLimits | null, nowMs: number): Limits {
  if (own === null) return limits;
  const lowered = MEASURES.flatMap((measure) => {
    const limit = ownLimitAt(own, measure, nowMs);
    const rule = `out_${measure}` as const;
    return limit !== null && limit < limits[rule] ? [[rule, limit] as const] : [];
  });
  return { ...limits, ...Object.fromEntries(lowered) };
}
