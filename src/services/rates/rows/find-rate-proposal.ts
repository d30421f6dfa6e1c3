import { sql } from "drizzle-orm";
import type { OperatorAct, OperatorRefusal } from "../../../db/operator.ts";
import type { MoneyProposalId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { RateProposal } from "../../../domain/quote.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { actAsOperator } from "../../operators/acts/act-as-operator.ts";
import { type RateProposalRow, rateProposalOf, selectOpenProposals } from "./rate-proposal-row.ts";

/**
 * The open proposal with this id, for an operator who decides it. Its terms and its proposer never
 * change; whether it is still open is decided again under the locks.
 */
export async function findRateProposal(
  ctx: ServiceContext,
  caller: Caller,
  act: OperatorAct,
  id: MoneyProposalId,
): Promise<Outcome<RateProposal, OperatorRefusal | "proposal_not_found">> {
  const found = await actAsOperator(ctx, caller, act, null, (db) => [
    db.execute<RateProposalRow>(selectOpenProposals(sql`r.id = ${id}`)),
  ]);
  if (!found.ok) return found;
  const [row] = found.value[0].rows;
  return row ? done(rateProposalOf(row)) : refuse("proposal_not_found");
}
