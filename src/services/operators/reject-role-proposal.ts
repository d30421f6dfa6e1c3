import { sql } from "drizzle-orm";
import {
  insertOperatorEvent,
  type OperatorAct,
  type OperatorRefusal,
  operatorIsAllowed,
} from "../../db/operator.ts";
import { type RoleProposalId, toWireId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";
import { findRoleProposal } from "./acts/find-role-proposal.ts";
import { isOpen } from "./acts/role-proposal-row.ts";

const REJECT: OperatorAct = { roles: ["admin"], type: "role_proposal_rejected" };

/**
 * Rejects an open role proposal. Any admin may reject it; its proposer withdraws it in this way.
 */
export async function rejectRoleProposal(
  ctx: ServiceContext,
  caller: Caller,
  id: RoleProposalId,
): Promise<Outcome<null, OperatorRefusal | "proposal_not_found">> {
  const found = await findRoleProposal(ctx, caller, REJECT, id);
  if (!found.ok) return found;
  const { userId, role, proposedBy } = found.value;
  const people = [userId, proposedBy];
  const from = sql`SELECT user_id, NULL::uuid AS wallet_id FROM rejected`;
  const details = sql`${JSON.stringify({ role, proposed_by: toWireId("usr", proposedBy) })}`;
  const event = insertOperatorEvent(caller, REJECT, { from, details }, ctx.nowMs());
  const written = await actAsOperator(ctx, caller, REJECT, people, (db) => [
    db.execute(sql`
      WITH rejected AS (
        UPDATE role_proposals p
        SET decision = 'rejected', decided_at = now(), decided_by = ${caller.userId}
        WHERE p.id = ${id} AND ${isOpen} AND ${operatorIsAllowed(caller, REJECT, people)}
        RETURNING p.user_id
      ) ${event}`),
  ]);
  if (!written.ok) return written;
  const [{ rowCount }] = written.value;
  return rowCount === 0 ? refuse("proposal_not_found") : done(null);
}
