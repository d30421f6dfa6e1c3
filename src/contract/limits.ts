import { z } from "zod";
import { OWN_LIMIT_COUNT_MAX, OWN_LIMIT_RAISE_HOURS } from "../domain/bounds.ts";
import { type CurrencyCode, currencyOf } from "../domain/currency.ts";
import {
  isCount,
  LIMIT_RULES,
  type LimitBreach,
  type LimitRule,
  MEASURES,
  type Measure,
  TIERS,
} from "../domain/limit.ts";
import { type CurrencyLimits, type LimitState, periodOf } from "../domain/limit-state.ts";
import { formatAmount, parseAmount } from "../domain/money.ts";
import { Amount, CurrencyCode as CurrencyCodeText } from "./amount.ts";
import { addIssue } from "./text.ts";

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

const timeText = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

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
    resets_at: timeText(resetsAtMs),
    currency,
  };
}

const LimitBody = z
  .object({
    ...LIMIT_FIELDS,
    used: value("What is used of it.")
      .nullable()
      .meta({ description: "Null for a limit of one operation.", examples: ["149900.00"] }),
    period: z.enum(["P1D", "P1M"]).nullable().meta({
      description:
        "The window as an ISO 8601 duration, by the calendar of `zone`: R/<its start>/P1D. Null: none.",
    }),
    tier_limit: value("The limit of the tier."),
    own_limit: value("The limit that you have set; null when there is none.").nullable(),
    pending: z
      .object({
        own_limit: value("The next own limit; null: none.").nullable(),
        applies_at: z.iso.datetime().meta({ examples: ["2026-11-24T09:30:00.000Z"] }),
      })
      .nullable()
      .meta({ description: "The raise or removal of the own limit that is still to come." }),
  })
  .meta({ id: "Limit" });

export const CurrencyLimitsBody = z
  .object({
    currency: z.string().meta({ examples: ["YEM"] }),
    limits: z.array(LimitBody).meta({ description: "All of them, always in the same order." }),
  })
  .meta({ id: "CurrencyLimits" });

export const LimitsBody = z
  .object({
    tier: z.enum(TIERS).meta({ description: "Which limits apply; operators set it." }),
    zone: z.string().meta({ description: "Where days and months begin.", examples: ["Asia/Aden"] }),
    data: z.array(CurrencyLimitsBody),
  })
  .meta({ id: "Limits" });

/** The query of GET /v1/limits. */
export const LimitsQuery = z.strictObject({ currency: CurrencyCodeText.optional() });

/** The path parameter of PATCH /v1/limits/{currency}. */
export const LimitsParam = z.object({ currency: CurrencyCodeText });

// An amount accepts any type and checks it itself, so that null must be named for the document.
const OwnSum = Amount.nullable()
  .optional()
  .meta({ type: ["string", "number", "null"] } as Record<string, unknown>);
const OwnCount = z.int().min(1).max(OWN_LIMIT_COUNT_MAX).nullable().optional();

/** PATCH /v1/limits/{currency}. */
export const ChangeOwnLimits = z
  .strictObject({
    operation_sum: OwnSum,
    day_sum: OwnSum,
    day_count: OwnCount,
    month_sum: OwnSum,
    month_count: OwnCount,
  })
  .transform((body, ctx) =>
    MEASURES.every((measure) => body[measure] === undefined)
      ? addIssue(ctx, "required", `must have at least one of ${MEASURES.join(", ")}`)
      : body,
  )
  .meta({
    id: "ChangeOwnLimitsRequest",
    description: `What you pay to others or withdraw. Null removes an own limit. A lower limit applies at once, a higher one or none after ${OWN_LIMIT_RAISE_HOURS} hours.`,
  });

type Wished = z.output<typeof ChangeOwnLimits>;

/** The wished limits in minor units of the currency; or the measure whose amount is not one of it. */
export function ownLimitWishes(
  body: Wished,
  currency: CurrencyCode,
):
  | { readonly wishes: Partial<Record<Measure, bigint | null>> }
  | { readonly notAnAmount: Measure } {
  const { exponent } = currencyOf(currency);
  const wishes: Partial<Record<Measure, bigint | null>> = {};
  for (const measure of MEASURES) {
    const wish = body[measure];
    if (wish === undefined) continue;
    const limit = typeof wish === "number" ? BigInt(wish) : wish && parseAmount(wish, exponent);
    if (wish !== null && !limit) return { notAnAmount: measure };
    wishes[measure] = limit || null;
  }
  return { wishes };
}

function limitBody(state: LimitState, currency: CurrencyCode): z.infer<typeof LimitBody> {
  const { rule, pending } = state;
  const text = (minor: bigint | null) => (minor === null ? null : limitText(rule, minor, currency));
  const period = periodOf(rule);
  return {
    name: rule,
    limit: limitText(rule, state.limit, currency),
    used: text(state.used),
    remaining: limitText(rule, state.remaining, currency),
    resets_at: timeText(state.resetsAtMs),
    period: period && (period === "day" ? "P1D" : "P1M"),
    tier_limit: limitText(rule, state.tierLimit, currency),
    own_limit: text(state.ownLimit),
    pending: pending && {
      own_limit: text(pending.ownLimit),
      applies_at: new Date(pending.atMs).toISOString(),
    },
  };
}

/** The wire form of the limits in one currency. */
export function currencyLimitsBody({
  currency,
  states,
}: CurrencyLimits): z.infer<typeof CurrencyLimitsBody> {
  return { currency, limits: states.map((state) => limitBody(state, currency)) };
}
