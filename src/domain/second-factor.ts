import { allCurrencies, type CurrencyCode } from "./currency.ts";
import { parseAmount } from "./money.ts";

/**
 * Up to this amount, in major units, money leaves without a fresh second factor; above it, one is asked
 * for. They stand here, not in the books: the decision then costs no read, and a change is reviewed.
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

// For what is not listed: no unit of such a currency is worth more than some four dollars, so the
// threshold errs towards asking.
const OTHERS = "100";

const thresholds: ReadonlyMap<string, bigint> = new Map(
  allCurrencies().map(({ code, exponent }) => {
    const minor = parseAmount(THRESHOLDS[code] ?? OTHERS, exponent);
    if (minor === null) throw new Error(`the threshold of ${code} is no amount of it`);
    return [code, minor];
  }),
);

/** The largest amount, in minor units, that leaves without a fresh second factor. */
export function stepUpThresholdMinor(currency: CurrencyCode): bigint {
  const minor = thresholds.get(currency);
  if (minor === undefined) throw new Error(`currency ${currency} has no threshold`);
  return minor;
}

/** What proves, beside the password, that a person is themselves. */
export const SECOND_FACTORS = ["totp", "passkey", "recovery_code"] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

/** Why an admin removes a person's factors: a closed list, so that no personal data gets into history. */
export const FACTOR_REMOVAL_REASONS = ["owner_request", "suspected_takeover"] as const;
export type FactorRemovalReason = (typeof FACTOR_REMOVAL_REASONS)[number];
