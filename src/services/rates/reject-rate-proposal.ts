import { sql } from "drizzle-orm";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import type { MoneyProposalId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "../operators/acts/act-as-operator.ts";
import { findRateProposal } from "./rows/find-rate-proposal.ts";
import { rateDetails } from "./rows/rate-details.ts";
import { isOpen } from "./rows/rate-proposal-row.ts";

const REJECT: OperatorAct = { roles: ["admin"], type: "rate_proposal_rejected" };

/** Rejects an open proposal of a rate. Any admin may; its proposer withdraws it in this way. */
export async function rejectRateProposal(
  ctx: ServiceContext,
  caller: Caller,
  id: MoneyProposalId,
): Promise<Outcome<null, OperatorRefusal | "proposal_not_found">> {
  const found = await findRateProposal(ctx, caller, REJECT, id);
  if (!found.ok) return found;
  const { proposedBy, ...terms } = found.value;
  const from = sql`SELECT proposed_by AS user_id, NULL::uuid AS wallet_id FROM rejected`;
  const details = sql`${JSON.stringify(rateDetails(terms, { proposal: id, proposedBy }))}`;
  const event = insertOperatorEvent(caller, REJECT, { from, details }, ctx.nowMs());
  const written = await actAsOperator(ctx, caller, REJECT, [proposedBy], (db) => [
    db.execute(sql`
      WITH rejected AS (
        UPDATE rate_proposals r
        SET decision = 'rejected', decided_at = now(), decided_by = ${caller.userId}
        WHERE r.id = ${id} AND ${isOpen} AND ${operatorIsAllowed(caller, REJECT, [proposedBy])}
        RETURNING r.proposed_by
      ) ${event}`),
  ]);
  if (!written.ok) return written;
  const [{ rowCount }] = written.value;
  return rowCount === 0 ? refuse("proposal_not_found") : done(null);
}
