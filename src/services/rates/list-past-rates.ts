import { sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import type { PastRate } from "../../domain/quote.ts";
import type { Pair } from "../../domain/rate.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "../operators/acts/look-up.ts";
import { type PastRateRow, pastRateOf, selectPastRates } from "./rows/rate-row.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "operators_listed" };

/** The rates that a pair has had, newest first, with the operators who set them. */
export async function listPastRates(
  ctx: ServiceContext,
  caller: Caller,
  pair: Pair,
  page: PageRequest<bigint>,
): Promise<Outcome<Page<PastRate, bigint>, LookupRefusal>> {
  const from = callerAsSubject(caller, LIST);
  const details = sql`'{"list": "past_rates"}'`;
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from, details }, ctx.nowMs())),
    db.execute<PastRateRow>(selectPastRates(pair, page.after, rowsToSelect(page))),
  ]);
  if (!found.ok) return found;
  return done(pageOf(found.value[1].rows.map(pastRateOf), page, ({ position }) => position));
}
