import { z } from "zod";
import { type Currency, DEFAULT_CURRENCY } from "../domain/currency.ts";
import { hasMarkets, isOffered, MARKETS } from "../domain/market.ts";
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
    markets: z.array(z.enum(MARKETS)).meta({
      description:
        "The markets of the rial, whose money is different: a wallet in YEM and a rate of YEM belong to one of them. Empty for other currencies.",
      examples: [["aden", "sanaa"]],
    }),
    replaced_by: z
      .string()
      .nullable()
      .meta({
        description:
          "YEM for YER: no wallets are opened and no deposits taken in YER. Who has such a wallet exchanges it into YEM at exactly 1 to 1 and without a fee. Null for other currencies.",
        examples: [null],
      }),
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
      markets: hasMarkets(code) ? [...MARKETS] : [],
      replaced_by: isOffered(code) ? null : DEFAULT_CURRENCY,
      name: names.of(CLDR_CODE[code] ?? code) ?? code,
      step_up_above: formatAmount(stepUpThresholdMinor(code), exponent),
    })),
  };
}
