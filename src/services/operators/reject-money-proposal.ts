import { sql } from "drizzle-orm";
import { insertOperatorEvent, type OperatorRefusal, operatorIsAllowed } from "../../db/operator.ts";
import { type MoneyProposalId, toWireId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";
import { DECIDE, findMoneyProposal } from "./acts/find-money-proposal.ts";
import { isProposalOpen } from "./acts/money-proposal-row.ts";
import { proposalDetails } from "./acts/propose-money.ts";

/**
 * Rejects an open proposal of an adjustment or a reversal. Any admin may reject it, except the
 * person concerned; its proposer withdraws it in this way.
 */
export async function rejectMoneyProposal(
  ctx: ServiceContext,
  caller: Caller,
  id: MoneyProposalId,
): Promise<Outcome<null, OperatorRefusal | "proposal_not_found" | "own_account">> {
  const found = await findMoneyProposal(ctx, caller, "reject", id);
  if (!found.ok) return found;
  const { proposal } = found.value;
  if (proposal.userId === caller.userId) return refuse("own_account");
  const act = DECIDE[proposal.kind].reject;
  const people = [proposal.userId, proposal.proposedBy];
  const from = sql`SELECT user_id, wallet_id FROM rejected`;
  const proposedBy = { proposed_by: toWireId("usr", proposal.proposedBy) };
  const details = sql`${JSON.stringify({ ...proposalDetails(proposal), ...proposedBy })}`;
  const event = insertOperatorEvent(caller, act, { from, details }, ctx.nowMs());
  const written = await actAsOperator(ctx, caller, act, people, (db) => [
    db.execute(sql`
      WITH rejected AS (
        UPDATE money_proposals p
        SET decision = 'rejected', decided_at = now(), decided_by = ${caller.userId}
        WHERE p.id = ${id} AND ${isProposalOpen} AND ${operatorIsAllowed(caller, act, people)}
        RETURNING p.user_id, p.wallet_id
      ) ${event}`),
  ]);
  if (!written.ok) return written;
  const [{ rowCount }] = written.value;
  return rowCount === 0 ? refuse("proposal_not_found") : done(null);
}
