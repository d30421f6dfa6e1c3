import { z } from "zod";
import {
  DEDUCTION_BASIS_POINTS_MAX,
  QUOTE_MAX_THRESHOLDS,
  RATE_PROPOSAL_HOURS,
  RATE_UNIT_MAX,
  RATE_VALID_SECONDS_MAX,
} from "../domain/bounds.ts";
import { type CurrencyCode as Code, currencyOf } from "../domain/currency.ts";
import { fromWireId, type MoneyProposalId, toWireId } from "../domain/ids.ts";
import { MARKETS } from "../domain/market.ts";
import { parseAmount } from "../domain/money.ts";
import type { Page } from "../domain/page.ts";
import type { RateProposal } from "../domain/quote.ts";
import {
  inverseOf,
  isRatio,
  type Pair,
  type PairFault,
  pairOf,
  parseRatio,
  type RateTerms,
  type Ratio,
} from "../domain/rate.ts";
import { stepUpThresholdMinor } from "../domain/second-factor.ts";
import { Amount, CurrencyCode } from "./amount.ts";
import { exampleId, idText, wireId } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";
import { termsBody, termsFields } from "./rates.ts";

/** The path parameter of `/v1/admin/rate-proposals/{id}`. */
export const RateProposalIdParam = z.object({ id: wireId("prp", "A proposal of a rate.") });

export const PAIR_FAULTS: Readonly<Record<PairFault, readonly [path: string, message: string]>> = {
  same_currency: ["counter_currency", "must differ from base_currency"],
  market_required: ["market", "is required for a rate of YEM: aden or sanaa"],
  no_market: ["market", "must not stand in a rate without YEM"],
  not_exchanged: ["base_currency", "YER has no rates: it is worth exactly one YEM"],
};

const basisPoints = (description: string) =>
  z
    .int()
    .min(0)
    .max(DEDUCTION_BASIS_POINTS_MAX)
    .meta({ description, examples: [50] });

/** Market of a request. */
export const MarketField = z.enum(MARKETS).meta({
  description: "The market of the rial: `aden` or `sanaa`.",
  examples: ["aden"],
});

const SetRateFields = z.strictObject({
  base_currency: CurrencyCode,
  counter_currency: CurrencyCode,
  market: MarketField.optional().meta({
    description: "Required if one of the currencies is YEM, else left out.",
  }),
  rate: z.string().meta({
    description: "What `unit` of the base currency are worth in the counter currency.",
    examples: ["1620"],
  }),
  unit: z.int().min(1).max(Number(RATE_UNIT_MAX)).default(1),
  spread_basis_points: basisPoints("Taken off the rate in either direction. 100 are 1 %."),
  fee_basis_points: basisPoints("Of the source amount."),
  quote_max: Amount.optional().meta({
    description: `The largest amount of one quote, in base_currency. Without it, ${QUOTE_MAX_THRESHOLDS} times \`step_up_above\` of the currency.`,
  }),
  valid_for_seconds: z
    .int()
    .min(1)
    .max(RATE_VALID_SECONDS_MAX)
    .meta({
      description: "How long the rate is in force, unless a newer one is set.",
      examples: [86_400],
    }),
});

type Fields = z.output<typeof SetRateFields>;

const issue = (ctx: z.RefinementCtx, path: string, code: string, message: string): never => {
  ctx.addIssue({ code: "custom", path: [path], message, params: { code } });
  return z.NEVER;
};

/** The ratio for the pair in its own order: one unit of the other currency, if they were swapped. */
function ratioOf(body: Fields, pair: Pair, ctx: z.RefinementCtx): Ratio {
  const given = parseRatio(body.rate, BigInt(body.unit));
  const ratio = given && pair.base !== body.base_currency ? inverseOf(given) : given;
  return ratio && isRatio(ratio)
    ? ratio
    : issue(ctx, "rate", "invalid_rate", "must be a positive plain decimal of up to 12 digits");
}

function quoteMaxOf(base: Code, text: string | undefined, ctx: z.RefinementCtx): bigint {
  if (text === undefined) return stepUpThresholdMinor(base) * QUOTE_MAX_THRESHOLDS;
  const minor = parseAmount(text, currencyOf(base).exponent);
  const message = "must be a positive plain decimal in major units of the base currency";
  return minor ?? issue(ctx, "quote_max", "invalid_amount", message);
}

/** PUT /v1/admin/rates. */
export const SetRate = SetRateFields.transform((body, ctx) => {
  const pair = pairOf(body.base_currency, body.counter_currency, body.market ?? null);
  if (typeof pair === "string") return issue(ctx, ...faultOf(pair));
  const terms: RateTerms = {
    ...pair,
    ...ratioOf(body, pair, ctx),
    spreadBasisPoints: body.spread_basis_points,
    feeBasisPoints: body.fee_basis_points,
    quoteMaxMinor: quoteMaxOf(pair.base, body.quote_max, ctx),
  };
  return { terms, validSeconds: body.valid_for_seconds };
}).meta({ id: "SetRateRequest" });

const faultOf = (fault: PairFault) => {
  const [path, message] = PAIR_FAULTS[fault];
  return [path, fault, message] as const;
};

export const RateProposalBody = z
  .object({
    id: idText("prp", "The proposal."),
    ...termsFields,
    valid_for_seconds: z.int().meta({ examples: [86_400] }),
    proposed_by: idText("usr", "The admin who proposed it."),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    expires_at: z.iso.datetime().meta({
      description: `When it can no longer be approved: ${RATE_PROPOSAL_HOURS} hours after it was made.`,
      examples: ["2026-11-24T09:30:00.000Z"],
    }),
  })
  .meta({ id: "RateProposal", description: "A rate that waits for a second admin." });

// Version 2: a cursor's tag covers its position.
const proposals = pagedList<MoneyProposalId>({
  name: "rate_proposals",
  version: 2,
  read: (text) => fromWireId("prp", text),
  write: (id) => toWireId("prp", id),
  example: exampleId("prp"),
});

/** The query of the list of proposals of rates. */
export const RateProposalsQuery = z.strictObject(proposals.fields);

export const RateProposalsPage = proposals.schema(RateProposalBody, "RateProposalsPage");

/** The wire form of a proposal of a rate. */
export function rateProposalBody(proposal: RateProposal): z.infer<typeof RateProposalBody> {
  return {
    id: toWireId("prp", proposal.id),
    ...termsBody(proposal),
    valid_for_seconds: proposal.validSeconds,
    proposed_by: toWireId("usr", proposal.proposedBy),
    created_at: proposal.createdAt.toISOString(),
    expires_at: proposal.expiresAt.toISOString(),
  };
}

/** A page of proposals of rates. */
export function rateProposalsPage(
  page: Page<RateProposal, MoneyProposalId>,
  scope: ListScope,
): z.infer<typeof RateProposalsPage> {
  return proposals.body(page, scope, rateProposalBody);
}
