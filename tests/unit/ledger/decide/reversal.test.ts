import { describe, expect, it } from "vitest";
import { BALANCE_MINOR_MAX } from "../../../../src/domain/bounds.ts";
import type { ShortfallRule } from "../../../../src/domain/money-proposal.ts";
import {
  decideReversal,
  legOf,
  originalOf,
  PAYER,
  proposalOf,
  RECEIVER,
  reversalResult,
  USD,
  walletOf,
} from "./give-back-cases.ts";

describe("a reversal", () => {
  it("gives back what was proposed, and approves the proposal in the same decision", () => {
    const original = originalOf({ refundedMinor: 30n, refunds: 1 });
    const decision = decideReversal(original, proposalOf(original));
    expect(decision.entries.map(({ amountMinor }) => amountMinor)).toEqual([-70n, 70n]);
    expect(decision.originals).toMatchObject([{ refundedMinor: 100n, refunds: 1 }]);
    const [verdict] = decision.verdicts;
    const actor = verdict?.kind === "recorded" && verdict.transaction.actorId;
    expect(decision.proposals).toMatchObject([{ approvedBy: actor }]);
  });

  it.each([
    // What is available, the rule, the result, and what the loss wallet pays.
    [100n, "refuse", 100n, 0n],
    [99n, "refuse", "insufficient_funds", 0n],
    [100n, "available", 100n, 0n],
    [99n, "available", 99n, 0n],
    [1n, "available", 1n, 0n],
    [0n, "available", "insufficient_funds", 0n],
    [100n, "loss_wallet", 100n, 0n],
    [99n, "loss_wallet", 100n, 1n],
    [0n, "loss_wallet", 100n, 100n],
  ] as const)("with %s available follows the rule %s", (available, rule, result, loss) => {
    const original = originalOf();
    // Held money is not available.
    const receiver = { ...RECEIVER, balanceMinor: available + 40n, heldMinor: 40n };
    const proposal = proposalOf(original, { shortfall: rule satisfies ShortfallRule });
    const wallets = [PAYER, receiver];
    expect(reversalResult(original, proposal, wallets)).toBe(result);
    const { entries, wallets: changed } = decideReversal(original, proposal, wallets);
    expect(entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
    const lost = entries.find(({ walletId }) => walletId === original.lossWalletId);
    expect(lost?.amountMinor ?? 0n).toBe(-loss);
    for (const wallet of changed)
      expect(wallet.balanceMinor).toBeGreaterThanOrEqual(wallet.heldMinor);
  });

  it("is not stopped by a freeze, and is refused by a closed or full wallet of the payer", () => {
    const original = originalOf();
    const proposal = proposalOf(original);
    const result = (payer: object, receiver: object = {}) =>
      reversalResult(original, proposal, [
        { ...PAYER, ...payer },
        { ...RECEIVER, ...receiver },
      ]);
    expect(result({ status: "frozen" }, { status: "frozen" })).toBe(100n);
    expect(result({ status: "closed" })).toBe("refund_unavailable");
    expect(result({ balanceMinor: BALANCE_MINOR_MAX })).toBe("refund_unavailable");
  });

  it("is decided by another admin than its proposer and the payer", () => {
    const original = originalOf();
    const proposal = proposalOf(original);
    const by = (actorId: typeof PAYER.ownerId) =>
      reversalResult(original, proposal, [PAYER, RECEIVER], { actorId });
    expect(by(proposal.proposedBy)).toBe("other_operator_required");
    expect(by(PAYER.ownerId)).toBe("own_account");
    expect(by(RECEIVER.ownerId)).toBe("role_required");
  });

  it("is of what was proposed only, and only while the proposal is open", () => {
    const original = originalOf();
    const other = originalOf();
    for (const change of [
      { isOpen: false },
      { kind: "adjustment" as const },
      { reversesId: other.id },
      { walletId: PAYER.id },
      { currency: USD },
    ]) {
      const proposal = proposalOf(original, change);
      const command = { currency: original.currency };
      const result = reversalResult(original, proposal, [PAYER, RECEIVER], command);
      expect(result).toBe("proposal_not_found");
    }
    const changed = { amountMinor: 99n };
    expect(reversalResult(original, proposalOf(original), [PAYER, RECEIVER], changed)).toBe(
      "proposal_not_found",
    );
    const refunded = { ...original, refundedMinor: 1n };
    expect(reversalResult(refunded, proposalOf(original))).toBe("refund_exceeds_original");
  });

  it.each(["WITHDRAW", "EXCHANGE", "REFUND", "REVERSAL", "ADJUSTMENT"] as const)(
    "is not possible of %s",
    (type) => {
      const original = originalOf({ type });
      expect(reversalResult(original, proposalOf(original))).toBe("proposal_not_found");
    },
  );

  it("of a deposit sends the money back outside", () => {
    const outside = walletOf();
    const original = originalOf({
      type: "DEPOSIT",
      fromWalletId: null,
      payerId: null,
      legs: [legOf(outside, -100n, "cash_in"), legOf(RECEIVER, 100n)],
    });
    const { entries } = decideReversal(original, proposalOf(original), [RECEIVER], { to: null });
    expect(entries).toMatchObject([
      { walletId: RECEIVER.id, amountMinor: -100n },
      { walletId: outside.id, amountMinor: 100n },
    ]);
  });
});
