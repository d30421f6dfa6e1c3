import type { OperatorRefusal } from "../../db/operator.ts";
import type { MoneyProposalId } from "../../domain/ids.ts";
import type { MoneyProposal } from "../../domain/money-proposal.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { FailureCode, UnrecordedRefusal } from "../../domain/refusal.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { notPosted } from "../commands/route-command.ts";
import { moneyCommand, submitMoney } from "../commands/submit-money.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { deliverSoon } from "../messages/deliver-soon.ts";
import { findMoneyProposal } from "./acts/find-money-proposal.ts";
import { PROPOSED_COMMANDS } from "./acts/proposed-command.ts";

export interface ApprovedProposal {
  readonly proposal: MoneyProposal;
  readonly transaction: Transaction;
}

export type ApproveMoneyRefusal =
  | OperatorRefusal
  | UnrecordedRefusal
  | FailureCode
  | "service_busy"
  | "outcome_unknown";

/**
 * Approves a proposal and moves its money, in one commit of the ledger, through the object of the
 * wallet. Another admin than the proposer approves, and not the user concerned; the ledger checks
 * all of it again under the locks. When the ledger refuses, the proposal stays open.
 */
export async function approveMoneyProposal(
  ctx: ServiceContext,
  caller: Caller,
  id: MoneyProposalId,
): Promise<Outcome<ApprovedProposal, ApproveMoneyRefusal>> {
  const found = await findMoneyProposal(ctx, caller, "approve", id);
  if (!found.ok) return found;
  const { proposal, isOpen } = found.value;
  if (proposal.userId === caller.userId) return refuse("own_account");
  if (!isOpen) return refuse("proposal_not_found");
  if (proposal.proposedBy === caller.userId) return refuse("other_operator_required");
  const request = await PROPOSED_COMMANDS[proposal.kind](ctx, proposal);
  const command = moneyCommand(ctx, caller, request);
  const outcome = await submitMoney(ctx, command, proposal.walletId);
  switch (outcome.kind) {
    case "recorded": {
      const { transaction } = outcome;
      if (transaction.failureCode) return refuse(transaction.failureCode);
      deliverSoon(ctx, request.notices ?? []);
      return done({ proposal, transaction });
    }
    case "refused":
      return refuse(outcome.code);
    case "previewed":
      throw new Error("an approval was answered as a dry run");
    default:
      return notPosted(outcome);
  }
}
