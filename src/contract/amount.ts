import { z } from "zod";
import { AMOUNT_NUMBER_DIGITS_MAX } from "../domain/bounds.ts";
import {
  type CurrencyCode as Code,
  currencyOf,
  DEFAULT_CURRENCY,
  findCurrency,
} from "../domain/currency.ts";
import { isOffered } from "../domain/market.ts";
import { parseAmount } from "../domain/money.ts";
import { addIssue } from "./text.ts";

export const NOT_AN_AMOUNT =
  "must be a positive plain decimal in major units with no more decimals than the currency has, and " +
  "below 10^15 in the currency's smallest units";

/** The number of significant digits: `0.0120` has three. */
function significantDigits(plain: string): number {
  return plain.replace(".", "").replace(/^0+|0+$/g, "").length;
}

/**
 * The text of a JSON number; null when a double cannot hold it exactly. parse-json.ts has already
 * replaced each literal that is longer or has an exponent by NaN, so the text is the literal that
 * was sent.
 */
function numberText(value: number): string | null {
  const text = String(value);
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  return significantDigits(text) <= AMOUNT_NUMBER_DIGITS_MAX ? text : null;
}

/** An amount as sent, before its currency is known: a decimal string, or a short JSON number. */
export const Amount = z
  .unknown()
  .meta({
    type: ["string", "number"],
    description:
      "A positive plain decimal in major units. Send a string; a JSON number is accepted up to " +
      `${AMOUNT_NUMBER_DIGITS_MAX} significant digits. No sign, exponent, blanks or more decimals than the currency has.`,
    examples: ["2500.00"],
  } as Record<string, unknown>)
  .transform((value, ctx): string => {
    if (value === undefined) return addIssue(ctx, "required", "is required");
    const text = typeof value === "number" ? numberText(value) : value;
    return typeof text === "string" ? text : addIssue(ctx, "invalid_amount", NOT_AN_AMOUNT);
  });

/** The code of a supported currency. */
export const CurrencyCode = z
  .string()
  .meta({ description: "ISO 4217, or YEM.", examples: [DEFAULT_CURRENCY] })
  .transform(
    (code, ctx): Code =>
      findCurrency(code)?.code ??
      addIssue(ctx, "unsupported_currency", "must be one of GET /v1/currencies"),
  );

/** The code of a currency in which new money is taken and wallets are opened. */
export const OfferedCurrencyCode = CurrencyCode.transform((code, ctx) =>
  isOffered(code)
    ? code
    : addIssue(ctx, "currency_not_offered", "YER is written YEM here: use YEM"),
);

/**
 * The two fields of an amount. Spread them into a body's strictObject, then `.transform(toMoney)`.
 */
export const moneyFields = {
  amount: Amount,
  currency: CurrencyCode.default(DEFAULT_CURRENCY),
};

/** Reads `amount` in the body's own currency: the body with amountMinor in place of amount. */
export function toMoney<B extends { readonly amount: string; readonly currency: Code }>(
  body: B,
  ctx: z.RefinementCtx,
): Omit<B, "amount"> & { readonly amountMinor: bigint } {
  const { amount, ...rest } = body;
  const amountMinor = parseAmount(amount, currencyOf(body.currency).exponent);
  if (amountMinor === null) {
    ctx.addIssue({
      code: "custom",
      path: ["amount"],
      message: NOT_AN_AMOUNT,
      params: { code: "invalid_amount" },
    });
    return z.NEVER;
  }
  return { ...rest, amountMinor };
}
