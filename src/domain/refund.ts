import type { CurrencyCode } from "./currency.ts";
import type { TransactionType } from "./transaction.ts";

/** What its receiver may give back: payments of somebody else. */
export const REFUNDABLE_TYPES: readonly TransactionType[] = ["TRANSFER", "CAPTURE"];
/** What two operators may undo. Money of a withdrawal has left the service. */
export const REVERSIBLE_TYPES: readonly TransactionType[] = [...REFUNDABLE_TYPES, "DEPOSIT"];

/**
 * How much of a transaction was given back, by refunds and reversals together. In minor units of
 * the currency that its receiver got.
 */
export interface RefundTotal {
  readonly currency: CurrencyCode;
  /** What the receiver got. */
  readonly amountMinor: bigint;
  readonly refundedMinor: bigint;
}

/** What can still be given back. */
export function refundableMinor({
  amountMinor,
  refundedMinor,
}: Pick<RefundTotal, "amountMinor" | "refundedMinor">): bigint {
  return amountMinor - refundedMinor;
}

/**
 * The part of another amount of the same transaction that goes back while the total rises from
 * `beforeMinor` to `afterMinor`, in proportion and at the transaction's own rate. Each total is
 * rounded down, in the service's favour by less than one minor unit; so the parts of all refunds
 * sum to the whole amount exactly, and the last refund has the rest of the rounding.
 */
export function partOf(
  wholeMinor: bigint,
  { amountMinor }: Pick<RefundTotal, "amountMinor">,
  beforeMinor: bigint,
  afterMinor: bigint,
): bigint {
  const upTo = (totalMinor: bigint): bigint => (wholeMinor * totalMinor) / amountMinor;
  return upTo(afterMinor) - upTo(beforeMinor);
}
