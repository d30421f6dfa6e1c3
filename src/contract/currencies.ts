import { z } from "zod";
import { type Currency, DEFAULT_CURRENCY } from "../domain/currency.ts";
import { formatAmount } from "../domain/money.ts";
import { stepUpThresholdMinor } from "../domain/second-factor.ts";

const CurrencyBody = z
  .object({
    code: z.string().meta({ description: "ISO 4217, or YEM.", examples: [DEFAULT_CURRENCY] }),
    exponent: z
      .int()
      .min(0)
      .max(4)
      .meta({ description: "Decimals of an amount in this currency.", examples: [2] }),
    name: z.string().meta({ examples: ["Yemeni Rial"] }),
    step_up_above: z.string().meta({
      description: "The largest amount that moves without a fresh second factor.",
      examples: ["100000.00"],
    }),
  })
  .meta({ id: "Currency" });

export const CurrencyList = z.object({ data: z.array(CurrencyBody) }).meta({ id: "CurrencyList" });

// YEM is the service's own code for the rial; CLDR has it as YER.
const CLDR_CODE: Readonly<Record<string, string>> = { [DEFAULT_CURRENCY]: "YER" };

/** The wire form of the supported currencies, each with its English name (Unicode CLDR). */
export function currencyListBody(currencies: readonly Currency[]): z.infer<typeof CurrencyList> {
  const names = new Intl.DisplayNames("en", { type: "currency" });
  return {
    data: currencies.map(({ code, exponent }) => ({
      code,
      exponent,
      name: names.of(CLDR_CODE[code] ?? code) ?? code,
      step_up_above: formatAmount(stepUpThresholdMinor(code), exponent),
    })),
  };
}
