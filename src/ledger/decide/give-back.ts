// The sides that give back a part of a transaction: its own entries reversed, in proportion.
import { partOf, type RefundTotal, refundableMinor } from "../../domain/refund.ts";
import type { Case, LockedOriginal, LockedWallet, OriginalLeg } from "../case.ts";
import type { Side } from "./decided.ts";
import type { WorkingBatch } from "./working-batch.ts";

/** How a part goes back, in minor units of the currency that the receiver got. */
export interface GivingBack {
  /** The receiver's wallet. */
  readonly from: LockedWallet;
  /** A wallet of the payer; undefined: the money came from outside. */
  readonly to: LockedWallet | undefined;
  readonly amountMinor: bigint;
  /** The part of it that the service's loss wallet pays for the receiver. */
  readonly lossMinor: bigint;
  /** Whether the fee of an exchange goes back, too. */
  readonly withFees: boolean;
}

/** The transaction that the command names, as the cases before left it. */
export function originalOf({ command }: Case, batch: WorkingBatch): LockedOriginal | undefined {
  const { originalId } = command.links;
  return originalId && batch.originals.get(originalId);
}

/** The original after `amountMinor` more was given back. Throws if that is more than is left. */
export function afterGivingBack(original: LockedOriginal, amountMinor: bigint): LockedOriginal {
  if (amountMinor <= 0n || amountMinor > refundableMinor(original)) {
    throw new Error(`${amountMinor} of ${original.id} cannot be given back`);
  }
  return { ...original, refundedMinor: original.refundedMinor + amountMinor };
}

/**
 * The sides that give back one more part of a transaction. Each leg goes back in proportion, so an
 * exchange goes back at its own rate. The payer gets what the others pay in the payer's currency.
 */
export function giveBack(original: LockedOriginal, giving: GivingBack): Side[] {
  const { from, to, amountMinor, lossMinor } = giving;
  const { currency, lossWalletId } = original;
  const paying: Side[] = [
    { wallet: from, currency, amountMinor: lossMinor - amountMinor },
    { wallet: lossWalletId, currency, amountMinor: -lossMinor },
    ...original.legs.flatMap((leg) => systemSide(leg, original, giving)),
  ];
  return to ? [...paying, { wallet: to, amountMinor: dueIn(to, paying) }] : paying;
}

/** What the payer gets: what the other sides pay in the currency of the payer's wallet. */
function dueIn(to: LockedWallet, sides: readonly Side[]): bigint {
  return sides
    .filter(({ currency }) => currency === to.currency)
    .reduce((due, { amountMinor }) => due - amountMinor, 0n);
}

function systemSide(
  { walletId, currency, amountMinor, systemPurpose }: OriginalLeg,
  original: RefundTotal,
  { amountMinor: partMinor, withFees }: GivingBack,
): Side[] {
  const staysPaid = systemPurpose?.startsWith("exchange_fees") && !withFees;
  if (systemPurpose === null || staysPaid) return [];
  const { refundedMinor } = original;
  const part = partOf(amountMinor, original, refundedMinor, refundedMinor + partMinor);
  return [{ wallet: walletId, currency, amountMinor: -part }];
}
