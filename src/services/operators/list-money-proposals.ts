import { sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import type { MoneyProposalId } from "../../domain/ids.ts";
import type { MoneyProposal } from "../../domain/money-proposal.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";
import {
  isProposalOpen,
  type MoneyProposalRow,
  moneyProposalOf,
  selectMoneyProposals,
} from "./acts/money-proposal-row.ts";

const LIST: OperatorAct = { roles: ["admin"], type: "operators_listed" };

/** The adjustments and reversals that can still be decided, oldest first. */
export async function listMoneyProposals(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<MoneyProposalId>,
): Promise<Outcome<Page<MoneyProposal, MoneyProposalId>, LookupRefusal>> {
  const isNext = page.after ? sql`p.id > ${page.after}` : sql`true`;
  const from = callerAsSubject(caller, LIST);
  const details = sql`'{"list": "money_proposals"}'`;
  const select = selectMoneyProposals(sql`${isProposalOpen} AND ${isNext}`);
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from, details }, ctx.nowMs())),
    db.execute<MoneyProposalRow>(sql`${select} LIMIT ${rowsToSelect(page)}`),
  ]);
  if (!found.ok) return found;
  return done(pageOf(found.value[1].rows.map(moneyProposalOf), page, ({ id }) => id));
}
