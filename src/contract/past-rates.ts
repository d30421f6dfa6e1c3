import { z } from "zod";
import { toWireId } from "../domain/ids.ts";
import type { Page } from "../domain/page.ts";
import type { PastRate } from "../domain/quote.ts";
import { pairOf } from "../domain/rate.ts";
import { CurrencyCode } from "./amount.ts";
import { idText } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";
import { MarketField, PAIR_FAULTS } from "./rate-proposals.ts";
import { RateBody, rateBody } from "./rates.ts";

const POSITION = /^[1-9]\d{0,17}$/;

// Version 2: a cursor's tag covers its position.
const pastRates = pagedList<bigint>({
  name: "past_rates",
  version: 2,
  read: (text) => (POSITION.test(text) ? BigInt(text) : null),
  write: String,
  example: 20n,
});

/** The query of `GET /v1/admin/rates/history`, parsed into a pair and a page's query. */
export const PastRatesQuery = z
  .strictObject({
    ...pastRates.fields,
    base_currency: CurrencyCode.meta({ description: "One currency of the pair." }),
    counter_currency: CurrencyCode.meta({ description: "The other one, in either order." }),
    market: MarketField.optional().meta({
      description: "Required if one of the currencies is YEM, else left out.",
    }),
  })
  .transform((query, ctx) => {
    const pair = pairOf(query.base_currency, query.counter_currency, query.market ?? null);
    if (typeof pair !== "string") {
      return { page: { limit: query.limit, cursor: query.cursor }, pair };
    }
    const [path, message] = PAIR_FAULTS[pair];
    ctx.addIssue({ code: "custom", path: [path], message, params: { code: pair } });
    return z.NEVER;
  });

export const PastRateBody = RateBody.extend({
  set_by: idText("usr", "The admin who set or proposed it. Null: no operator.").nullable(),
  approved_by: idText("usr", "The second admin. Null if it needed none.").nullable(),
  ends_at: z.iso.datetime().meta({
    description: "When it ended: a newer rate was set, or otherwise `valid_until`.",
    examples: ["2026-11-23T18:00:00.000Z"],
  }),
}).meta({ id: "PastRate", description: "A rate in the history of its pair." });

export const PastRatesPage = pastRates.schema(PastRateBody, "PastRatesPage");

function pastRateBody(rate: PastRate): z.infer<typeof PastRateBody> {
  return {
    ...rateBody(rate),
    set_by: rate.setBy && toWireId("usr", rate.setBy),
    approved_by: rate.approvedBy && toWireId("usr", rate.approvedBy),
    ends_at: rate.endsAt.toISOString(),
  };
}

/** A page of a pair's rates. */
export function pastRatesPage(
  page: Page<PastRate, bigint>,
  scope: ListScope,
): z.infer<typeof PastRatesPage> {
  return pastRates.body(page, scope, pastRateBody);
}
