import { sql } from "drizzle-orm";
import type { OperatorAct, OperatorRefusal } from "../../../db/operator.ts";
import type { MoneyProposalId } from "../../../domain/ids.ts";
import type { MoneyProposal, ProposalKind } from "../../../domain/money-proposal.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { actAsOperator } from "./act-as-operator.ts";
import {
  isProposalOpen,
  type MoneyProposalRow,
  moneyProposalOf,
  selectMoneyProposals,
} from "./money-proposal-row.ts";

/** What the approval and the rejection of each kind write to the audit log of the person concerned. */
export const DECIDE: Readonly<Record<ProposalKind, { approve: OperatorAct; reject: OperatorAct }>> =
  {
    adjustment: {
      approve: { roles: ["admin"], type: "adjustment_made" },
      reject: { roles: ["admin"], type: "adjustment_rejected" },
    },
    reversal: {
      approve: { roles: ["admin"], type: "reversal_made" },
      reject: { roles: ["admin"], type: "reversal_rejected" },
    },
  };

export interface FoundProposal {
  readonly proposal: MoneyProposal;
  readonly isOpen: boolean;
}

/**
 * The proposal with this id, open or not, for an admin who decides it. Whether it is still open is
 * decided again under the locks of the decision.
 */
export async function findMoneyProposal(
  ctx: ServiceContext,
  caller: Caller,
  decision: "approve" | "reject",
  id: MoneyProposalId,
): Promise<Outcome<FoundProposal, OperatorRefusal | "proposal_not_found">> {
  const found = await actAsOperator(ctx, caller, DECIDE.adjustment[decision], null, (db) => [
    db.execute<MoneyProposalRow>(selectMoneyProposals(sql`p.id = ${id}`)),
    db.execute(sql`SELECT FROM money_proposals p WHERE p.id = ${id} AND ${isProposalOpen}`),
  ]);
  if (!found.ok) return found;
  const [{ rows }, { rowCount }] = found.value;
  if (!rows[0]) return refuse("proposal_not_found");
  return done({ proposal: moneyProposalOf(rows[0]), isOpen: rowCount === 1 });
}
