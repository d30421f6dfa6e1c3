import { sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import type { MoneyProposalId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import type { RateProposal } from "../../domain/quote.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "../operators/acts/look-up.ts";
import {
  type RateProposalRow,
  rateProposalOf,
  selectOpenProposals,
} from "./rows/rate-proposal-row.ts";

const LIST: OperatorAct = { roles: ["admin"], type: "operators_listed" };

/** The proposals of rates that can still be decided, oldest first. */
export async function listRateProposals(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<MoneyProposalId>,
): Promise<Outcome<Page<RateProposal, MoneyProposalId>, LookupRefusal>> {
  const isNext = page.after ? sql`r.id > ${page.after}` : sql`true`;
  const from = callerAsSubject(caller, LIST);
  const details = sql`'{"list": "rate_proposals"}'`;
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from, details }, ctx.nowMs())),
    db.execute<RateProposalRow>(sql`${selectOpenProposals(isNext)} LIMIT ${rowsToSelect(page)}`),
  ]);
  if (!found.ok) return found;
  return done(pageOf(found.value[1].rows.map(rateProposalOf), page, ({ id }) => id));
}
