import * as iso4217 from "dinero.js/currencies";

/**
 * The code of a supported currency: ISO 4217, or YEM. The table below makes them; the database has
 * no other.
 */
export type CurrencyCode = string & { readonly __currency: true };

/** A currency: its code and the decimals of its minor unit. */
export interface Currency {
  readonly code: CurrencyCode;
  /** Decimals of the minor unit (JPY 0, USD 2, KWD 3). */
  readonly exponent: number;
}

/** The service's own code for the Yemeni rial (ISO 4217: YER). */
export const DEFAULT_CURRENCY = "YEM" as CurrencyCode;

// ISO 4217 lists two decimals for these. The data set counts their fifths instead; bank accounts do
// not.
const COUNTED_IN_HUNDREDTHS: ReadonlySet<string> = new Set(["MGA", "MRU"]);

const currencies: ReadonlyMap<string, Currency> = new Map(
  [
    { code: DEFAULT_CURRENCY, exponent: 2 },
    ...Object.values(iso4217).map(({ code, exponent }) => ({
      code: code as string as CurrencyCode,
      exponent: COUNTED_IN_HUNDREDTHS.has(code) ? 2 : exponent,
    })),
  ]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((currency) => [currency.code, Object.freeze(currency)]),
);

/** Every supported currency, by code. Source: ISO 4217 and the service's own YEM. */
export function allCurrencies(): readonly Currency[] {
  return [...currencies.values()];
}

/** The currency with this code; undefined if the service does not support it. */
export function findCurrency(code: string): Currency | undefined {
  return currencies.get(code);
}

/** The currency of a code that was validated before. Throws for an unsupported code. */
export function currencyOf(code: string): Currency {
  const currency = currencies.get(code);
  if (!currency) throw new Error(`currency ${code} is in the database but not in the service`);
  return currency;
}
