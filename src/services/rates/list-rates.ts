import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import type { Rate } from "../../domain/quote.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { type PairPosition, type RateRow, rateOf, selectRates } from "./rows/rate-row.ts";

/** The rates in force, in the order of their pairs. */
export async function listRates(
  ctx: Pick<ServiceContext, "db" | "config">,
  caller: Caller,
  page: PageRequest<PairPosition>,
): Promise<Outcome<Page<Rate, PairPosition>, "session_ended">> {
  const range = { after: page.after, limit: rowsToSelect(page) };
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<RateRow>(selectRates(range, ctx.config)),
  ]);
  if (!read.ok) return read;
  const rates = read.value[0].rows.map(rateOf);
  return done(pageOf(rates, page, ({ base, counter, market }) => ({ base, counter, market })));
}
