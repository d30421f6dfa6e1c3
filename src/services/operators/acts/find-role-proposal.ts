import { eq } from "drizzle-orm";
import type { OperatorAct, OperatorRefusal } from "../../../db/operator.ts";
import { roleProposals } from "../../../db/schema/index.ts";
import type { RoleProposalId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { RoleProposal } from "../../../domain/user.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { actAsOperator } from "./act-as-operator.ts";

/**
 * The proposal with this id, open or not, for an operator who decides it. It says whose rows to
 * lock and which role to give, which never change; whether the proposal is still open is decided
 * under the locks.
 */
export async function findRoleProposal(
  ctx: ServiceContext,
  caller: Caller,
  act: OperatorAct,
  id: RoleProposalId,
): Promise<Outcome<RoleProposal, OperatorRefusal | "proposal_not_found">> {
  const found = await actAsOperator(ctx, caller, act, null, (db) => [
    db.select().from(roleProposals).where(eq(roleProposals.id, id)),
  ]);
  if (!found.ok) return found;
  const [[proposal]] = found.value;
  return proposal ? done(proposal) : refuse("proposal_not_found");
}
