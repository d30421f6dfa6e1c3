// Decides an operator's reversal, which another operator has proposed: a transaction is undone.
import { BALANCE_MINOR_MAX } from "../../domain/bounds.ts";
import { REVERSIBLE_TYPES, refundableMinor } from "../../domain/refund.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import { availableMinor } from "../../domain/wallet.ts";
import type { Case, LockedOriginal, LockedWallet } from "../case.ts";
import type { LockedProposal } from "../proposal-case.ts";
import { approvedProposal } from "./adjustment.ts";
import { type Decider, failing, posting, refused, type Sides, sidesOf } from "./decided.ts";
import { afterGivingBack, type GivingBack, giveBack, originalOf } from "./give-back.ts";
import { isBeyondCaps } from "./quoted.ts";
import { isOfPayer } from "./refund.ts";

/**
 * Gives back what was proposed, from the wallet that received it, with the fee of an exchange. A
 * freeze does not stop it: two admins decide, and wallets under investigation are what reversals are
 * for. Held money is not taken. When the receiver has spent the money, the proposal's rule decides.
 */
export const decideReversal: Decider = (one, batch) => {
  const proposal = approvedProposal(one, batch);
  if ("code" in proposal) return proposal;
  const original = originalOf(one, batch);
  const { from, to } = sidesOf(one, batch);
  if (!from || !original || !isReversalOf(original, proposal, one)) {
    return refused("proposal_not_found");
  }
  const { actorId } = one.command;
  if (actorId === original.payerId) return refused("own_account");
  const giving = { ...takenFrom(from, proposal), to, withFees: true };
  const code = givingFailure(original, proposal, giving);
  if (code) return failing(code);
  const sides = giveBack(original, giving);
  const paidMinor = to ? (sides.at(-1)?.amountMinor ?? 0n) : null;
  if (paidMinor === 0n) return failing("refund_too_small");
  if (to && to.balanceMinor + (paidMinor ?? 0n) > BALANCE_MINOR_MAX) {
    return failing("refund_unavailable");
  }
  if (isBeyondCaps(sides, batch)) return failing("liquidity_exhausted");
  const { amountMinor } = giving;
  return posting(sides, {
    original: afterGivingBack(original, amountMinor),
    proposals: [{ ...proposal, approvedBy: actorId }],
    amountMinor,
  });
};

/** Whether the command and the proposal are about this transaction, and it can be reversed. */
function isReversalOf(
  { id, type, toWalletId, currency }: LockedOriginal,
  proposal: LockedProposal,
  { command, fromWalletId, toWalletId: payeeId }: Case,
): boolean {
  const { kind, reversesId, walletId } = proposal;
  const isProposed = kind === "reversal" && reversesId === id && walletId === toWalletId;
  const isAsProposed =
    command.amountMinor === proposal.amountMinor && command.currency === proposal.currency;
  const hasSides = fromWalletId === toWalletId && fromWalletId !== payeeId;
  const isReversible = REVERSIBLE_TYPES.includes(type) && proposal.currency === currency;
  return isProposed && isAsProposed && hasSides && isReversible;
}

/** What is taken from the receiver, and what the service's loss wallet pays instead. */
function takenFrom(
  from: LockedWallet,
  { amountMinor, shortfall }: LockedProposal,
): Pick<GivingBack, "from" | "amountMinor" | "lossMinor"> {
  const hasMinor = availableMinor(from);
  const takenMinor = hasMinor < amountMinor ? hasMinor : amountMinor;
  if (shortfall === "loss_wallet")
    return { from, amountMinor, lossMinor: amountMinor - takenMinor };
  return { from, amountMinor: shortfall === "available" ? takenMinor : amountMinor, lossMinor: 0n };
}

/** Why the reversal fails; null if it does not. */
function givingFailure(
  original: LockedOriginal,
  proposal: LockedProposal,
  { from, to, amountMinor, lossMinor }: GivingBack & Pick<Sides, "to">,
): FailureCode | null {
  if (proposal.amountMinor > refundableMinor(original)) return "refund_exceeds_original";
  const isSpent = amountMinor === 0n || availableMinor(from) < amountMinor - lossMinor;
  if (isSpent) return "insufficient_funds";
  if (original.payerId === null) return null;
  const isPayable = to && to.status !== "closed" && isOfPayer(to, original);
  return isPayable ? null : "refund_unavailable";
}
