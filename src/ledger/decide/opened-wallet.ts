// The wallet that a case opens for its recipient.
import { UNUSED } from "../../domain/limit.ts";
import type { Case, LockedWallet, Opening } from "../case.ts";
import type { WorkingBatch } from "./working-batch.ts";

const keyOf = ({ ownerId, currency }: Opening): string => `${ownerId} ${currency}`;

/** The wallet that the case may open; null: it opens none. */
function openingOf({ opensFor, command }: Case): Opening | null {
  const { opensWalletId: walletId, currency, toCurrency = currency, createdAtMs } = command;
  const ownerId = opensFor?.id;
  return ownerId && walletId ? { walletId, ownerId, currency: toCurrency, createdAtMs } : null;
}

/**
 * The wallet that the case opens, empty, or the one that an earlier case of the batch has opened for
 * the same person and currency; undefined: the case opens none.
 */
export function openedWallet(one: Case, batch: WorkingBatch): LockedWallet | undefined {
  const opening = openingOf(one);
  if (!opening) return undefined;
  const earlier = batch.openings.get(keyOf(opening));
  if (earlier) return batch.wallets.get(earlier.walletId);
  const { walletId: id, ownerId, currency } = opening;
  const empty = { balanceMinor: 0n, heldMinor: 0n, seq: 0n };
  const { tier = "basic", limitsWalletId = null } = one.opensFor ?? {};
  const counted = limitsWalletId
    ? { limitsWalletId }
    : { person: { tier, usage: UNUSED, own: null, siblingsMinor: 0n } };
  return { id, ownerId, currency, status: "active", freezeScope: null, ...empty, ...counted };
}

/** Adds the wallet that a posted case opens to the batch. */
export function addOpening(one: Case, { openings }: WorkingBatch): void {
  const opening = openingOf(one);
  if (opening && !openings.has(keyOf(opening))) openings.set(keyOf(opening), opening);
}
