// Decides a refund: the receiver of a payment gives back all or part of it.
import { REFUNDS_PER_TRANSACTION_MAX } from "../../domain/bounds.ts";
import { isSameMoney } from "../../domain/market.ts";
import { REFUNDABLE_TYPES, refundableMinor } from "../../domain/refund.ts";
import type { FailureCode } from "../../domain/refusal.ts";
import type { Case, LockedOriginal, LockedWallet } from "../case.ts";
import {
  type Decided,
  type Decider,
  failing,
  posting,
  refused,
  type Sides,
  sidesOf,
} from "./decided.ts";
import { afterGivingBack, giveBack, originalOf } from "./give-back.ts";
import { isBeyondCaps } from "./quoted.ts";
import { actorRefusal, payeeFailure, payerFailure } from "./wallet-failures.ts";
import type { WorkingBatch } from "./working-batch.ts";

/**
 * Gives back a payment to its payer: at most what is left of it, from the wallet that received it,
 * and at its own rate. The receiver's side is decided first. Why the payer cannot be paid is not
 * told.
 */
export const decideRefund: Decider = (one, batch) => {
  const original = originalOf(one, batch);
  const sides = sidesOf(one, batch);
  if (!original || !isRefundOf(original, one, sides)) {
    return refused("not_refundable");
  }
  const leftMinor = refundableMinor(original);
  const { command } = one;
  // A command for all that is left was made when something was left.
  const isAll = command.terms?.kind === "refund" && command.terms.isAll && leftMinor > 0n;
  const amountMinor = isAll ? leftMinor : command.amountMinor;
  const refund = { ...one, command: { ...command, amountMinor } };
  const refusal = actorRefusal(refund);
  if (refusal) return refusal;
  const code = countFailure(original, amountMinor);
  const decided = code ? failing(code) : refundTo(refund, original, sides, batch);
  return decided.kind === "refused" ? decided : { ...decided, amountMinor };
};

/** Whether the receiver pays the payer of a payment between two people. */
function isRefundOf(
  { type, toWalletId, payerId, receiverId, currency }: LockedOriginal,
  { command }: Case,
  { from }: Sides,
): boolean {
  const isPayment = REFUNDABLE_TYPES.includes(type) && payerId !== receiverId;
  return isPayment && from?.id === toWalletId && command.currency === currency;
}

/** Why no refund of this amount is left; null if one is. */
function countFailure(original: LockedOriginal, amountMinor: bigint): FailureCode | null {
  if (amountMinor > refundableMinor(original)) return "refund_exceeds_original";
  return original.refunds >= REFUNDS_PER_TRANSACTION_MAX ? "refund_limit_reached" : null;
}

function refundTo(
  { command }: Case,
  original: LockedOriginal,
  { from, to }: Sides,
  batch: WorkingBatch,
): Decided {
  if (!from) throw new Error("a refund without the wallet of its actor");
  const code = payerFailure(from, command);
  if (code) return failing(code);
  if (!to || !isOfPayer(to, original)) return failing("refund_unavailable");
  const { amountMinor } = command;
  const sides = giveBack(original, { from, to, amountMinor, lossMinor: 0n, withFees: false });
  const paid = sides.at(-1)?.amountMinor ?? 0n;
  if (paid === 0n) return failing("refund_too_small");
  if (payeeFailure(to, { amountMinor: paid, currency: to.currency })) {
    return failing("refund_unavailable");
  }
  if (isBeyondCaps(sides, batch)) return failing("liquidity_exhausted");
  const after = afterGivingBack(original, amountMinor);
  return posting(sides, { original: { ...after, refunds: original.refunds + 1 } });
}

/** The wallet that paid or, if that is closed, another one of the payer for the same money. */
export function isOfPayer(to: LockedWallet, original: LockedOriginal): boolean {
  if (to.id === original.fromWalletId) return true;
  const paid = original.legs.find(({ walletId }) => walletId === original.fromWalletId);
  const isSubstitute = original.isPayerWalletClosed && to.ownerId === original.payerId;
  const money = paid && { currency: paid.currency, market: original.payerMarket };
  return isSubstitute && money !== undefined && isSameMoney(to, money);
}
