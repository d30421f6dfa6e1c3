// The wallet that a case opens for its recipient.
import type { Case, LockedWallet } from "../case.ts";
import type { WorkingBatch } from "./working-batch.ts";

const keyOf = ({ opensFor, command }: Case): string => `${opensFor} ${command.currency}`;

/**
 * The wallet that the case opens, empty, or the one that an earlier case of the batch has opened for
 * the same person and currency; undefined: the case opens none.
 */
export function openedWallet(one: Case, batch: WorkingBatch): LockedWallet | undefined {
  const { opensFor: ownerId, command } = one;
  if (!ownerId || !command.opensWalletId) return undefined;
  const earlier = batch.openings.get(keyOf(one));
  if (earlier) return batch.wallets.get(earlier.walletId);
  return {
    id: command.opensWalletId,
    ownerId,
    currency: command.currency,
    status: "active",
    freezeScope: null,
    balanceMinor: 0n,
    heldMinor: 0n,
    seq: 0n,
  };
}

/** Adds the wallet that a posted case opens to the batch. */
export function addOpening(one: Case, { openings }: WorkingBatch): void {
  const { opensFor: ownerId, command } = one;
  const { opensWalletId: walletId, currency, createdAtMs } = command;
  if (!ownerId || !walletId || openings.has(keyOf(one))) return;
  openings.set(keyOf(one), { walletId, ownerId, currency, createdAtMs });
}
