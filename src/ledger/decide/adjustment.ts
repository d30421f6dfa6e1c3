// Decides an operator's credit or debit by hand, which another operator has proposed.
import type { Case, Refused } from "../case.ts";
import type { LockedProposal } from "../proposal-case.ts";
import { type Decider, failing, posting, refused, sidesOf } from "./decided.ts";
import { counterWallet } from "./post-legs.ts";
import { payeeFailure, payerFailure } from "./wallet-failures.ts";
import type { WorkingBatch } from "./working-batch.ts";

/** The open proposal that the actor approves by this command, or why they may not. */
export function approvedProposal(
  { command }: Case,
  { proposals }: WorkingBatch,
): LockedProposal | Refused {
  const { actorId, links } = command;
  const proposal = links.proposalId && proposals.get(links.proposalId);
  if (!proposal?.isOpen || proposal.approvedBy) return refused("proposal_not_found");
  if (!proposal.approvers.has(actorId)) return refused("role_required");
  if (actorId === proposal.userId) return refused("own_account");
  if (actorId === proposal.proposedBy) return refused("other_operator_required");
  return proposal;
}

/** Moves the money between the wallet and the system wallet of adjustments. */
export const decideAdjustment: Decider = (one, batch) => {
  const proposal = approvedProposal(one, batch);
  if ("code" in proposal) return proposal;
  const { from, to } = sidesOf(one, batch);
  const wallet = proposal.direction === "debit" ? from : to;
  const { amountMinor, currency } = one.command;
  const isAsProposed =
    proposal.kind === "adjustment" &&
    proposal.walletId === wallet?.id &&
    proposal.amountMinor === amountMinor &&
    proposal.currency === currency;
  if (!isAsProposed || !wallet) return refused("proposal_not_found");
  const isDebit = proposal.direction === "debit";
  const code = (isDebit ? payerFailure : payeeFailure)(wallet, one.command);
  if (code) return failing(code);
  const signed = isDebit ? -amountMinor : amountMinor;
  return posting(
    [
      { wallet, amountMinor: signed },
      { wallet: counterWallet(one), amountMinor: -signed },
    ],
    { proposals: [{ ...proposal, approvedBy: one.command.actorId }] },
  );
};
