import { z } from "zod";
import { BALANCE_DAYS_DEFAULT, BALANCE_DAYS_MAX, BALANCE_STEPS_MAX } from "../domain/bounds.ts";
import { currencyOf } from "../domain/currency.ts";
import type { BalanceHistory, BalanceStep } from "../domain/history.ts";
import { formatAmount } from "../domain/money.ts";
import { addIssue } from "./text.ts";

const POSITIVE_INTEGER = /^[1-9]\d{0,2}$/;

const Days = z
  .string()
  .meta({
    type: "integer",
    minimum: 1,
    maximum: BALANCE_DAYS_MAX,
    default: BALANCE_DAYS_DEFAULT,
    description: "How many times 24 hours the answer goes back.",
    examples: [BALANCE_DAYS_DEFAULT],
  } as Record<string, unknown>)
  .transform((text, ctx) => {
    const days = POSITIVE_INTEGER.test(text) ? Number(text) : 0;
    return days >= 1 && days <= BALANCE_DAYS_MAX
      ? days
      : addIssue(ctx, "invalid_value", `must be an integer from 1 to ${BALANCE_DAYS_MAX}`);
  })
  .prefault(`${BALANCE_DAYS_DEFAULT}`);

/** The query of `GET /v1/wallets/{id}/balances`. */
export const BalancesQuery = z.strictObject({ days: Days });

const StepBody = z.object({
  at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.018204Z"] }),
  balance: z.string().meta({
    description: "The balance from then on, in major units; money on hold is in it.",
    examples: ["2250.00"],
  }),
});

export const BalancesBody = z
  .object({
    currency: z.string().meta({ examples: ["YEM"] }),
    opening: StepBody.meta({ description: "The begin of the time, and the balance then." }),
    data: z.array(StepBody).meta({
      description: `The changes since then, the first of them first; at most ${BALANCE_STEPS_MAX}. Each has the time of its entry, and the balance after it.`,
    }),
    until: z.iso.datetime().meta({
      description: "The end of the time: now.",
      examples: ["2026-11-28T09:30:00.000000Z"],
    }),
    is_exact: z.boolean().meta({
      description: `Whether each entry is there. False when they are more than ${BALANCE_STEPS_MAX}: the time is then cut into ${BALANCE_STEPS_MAX} equal parts, and the last entry of each part is there.`,
    }),
  })
  .meta({ id: "Balances", description: "The balance of a wallet over time." });

/** The wire form of a wallet's balance over time. */
export function balancesBody(history: BalanceHistory): z.infer<typeof BalancesBody> {
  const { exponent } = currencyOf(history.currency);
  const stepBody = ({ at, balanceMinor }: BalanceStep) => ({
    at,
    balance: formatAmount(balanceMinor, exponent),
  });
  return {
    currency: history.currency,
    opening: stepBody(history.opening),
    data: history.steps.map(stepBody),
    until: history.until,
    is_exact: history.isExact,
  };
}
