import { allCurrencies, type CurrencyCode } from "./currency.ts";
import { parseAmount } from "./money.ts";

/**
 * Up to this amount, in major units, a payment needs no fresh second factor; a larger one does. The
 * amounts are in the code and not in the database: the decision needs no read, and a change is
 * reviewed.
 */
const THRESHOLDS: Readonly<Record<string, string>> = {
  YEM: "100000",
  YER: "100000",
  AED: "750",
  BHD: "75",
  CLF: "5",
  CNY: "1500",
  EGP: "10000",
  EUR: "200",
  GBP: "175",
  INR: "17500",
  JOD: "150",
  JPY: "30000",
  KWD: "60",
  OMR: "75",
  QAR: "750",
  SAR: "750",
  TRY: "8000",
  USD: "200",
};

// For currencies without an own threshold. Their unit is worth at most about four US dollars, so
// this is low.
const DEFAULT_THRESHOLD = "100";

const thresholds: ReadonlyMap<string, bigint> = new Map(
  allCurrencies().map(({ code, exponent }) => {
    const minor = parseAmount(THRESHOLDS[code] ?? DEFAULT_THRESHOLD, exponent);
    if (minor === null) throw new Error(`the threshold of ${code} is no amount of it`);
    return [code, minor];
  }),
);

/**
 * The largest payment, in minor units, that needs no fresh second factor. Throws for an unknown
 * currency.
 */
export function stepUpThresholdMinor(currency: CurrencyCode): bigint {
  const minor = thresholds.get(currency);
  if (minor === undefined) throw new Error(`currency ${currency} has no threshold`);
  return minor;
}

/** What a user can prove besides the password. */
export const SECOND_FACTORS = ["totp", "passkey", "recovery_code"] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

/**
 * Why an admin removes a user's factors: a closed list, so that the audit log contains no personal
 * data.
 */
export const FACTOR_REMOVAL_REASONS = ["owner_request", "suspected_takeover"] as const;
export type FactorRemovalReason = (typeof FACTOR_REMOVAL_REASONS)[number];
