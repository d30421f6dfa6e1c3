import { z } from "zod";
import { type CurrencyCode, currencyOf } from "../domain/currency.ts";
import { isCount, LIMIT_RULES, type LimitBreach, type LimitRule } from "../domain/limit.ts";
import { formatAmount } from "../domain/money.ts";

export const LimitName = z.enum(LIMIT_RULES).meta({
  description:
    "`out`: payments to others, withdrawals and placed holds. `in`: payments from others and deposits. " +
    "`_sum` limits an amount, `_count` a number of operations. `balance`: what all wallets of the " +
    "currency hold together.",
});

const value = (description: string) =>
  z.string().meta({
    description: `${description} A decimal in major units; of a count, a whole number.`,
    examples: ["100000.00"],
  });

export const LIMIT_FIELDS = {
  name: LimitName,
  limit: value("The largest value that is allowed."),
  remaining: value("What is left of it, at least 0."),
  resets_at: z.iso
    .datetime()
    .nullable()
    .meta({
      description:
        "When the day or month ends in the service's zone. Null for a limit of one operation or of the balance.",
      examples: ["2026-11-28T21:00:00.000Z"],
    }),
};

export const ExceededLimit = z
  .object({
    ...LIMIT_FIELDS,
    currency: z.string().meta({ description: "The limit's currency.", examples: ["YEM"] }),
  })
  .meta({
    id: "ExceededLimit",
    description: "The limit that the operation is above, as it was when it was refused.",
  });

/** A sum as an amount of the currency, a count as a whole number. */
export function limitText(rule: LimitRule, value: bigint, currency: CurrencyCode): string {
  return isCount(rule) ? `${value}` : formatAmount(value, currencyOf(currency).exponent);
}

/** A stored breach on the wire. */
export function exceededLimit(breach: LimitBreach): z.infer<typeof ExceededLimit> {
  const { rule, currency, limit, remaining, resetsAtMs } = breach;
  return {
    name: rule,
    limit: limitText(rule, BigInt(limit), currency),
    remaining: limitText(rule, BigInt(remaining), currency),
    resets_at: resetsAtMs === null ? null : new Date(resetsAtMs).toISOString(),
    currency,
  };
}
