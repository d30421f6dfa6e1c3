// Ends holds whose time has passed, in the commit that touches their wallet.
import { isOverdue, reservedMinor } from "../../domain/hold.ts";
import type { LockedWallet } from "../case.ts";
import { giveBackReserved } from "./limits.ts";
import type { WorkingBatch } from "./working-batch.ts";

/**
 * Ends the holds of locked wallets whose time has passed, before anything else is decided: what they
 * reserved is available again, whether or not a job has run since. A hold stays while another
 * transaction has locked the wallet that counts for its payer: every command on that wallet is blocked.
 */
export function expireHolds(batch: WorkingBatch): void {
  for (const hold of [...batch.holds.values()]) {
    const wallet = batch.wallets.get(hold.fromWalletId);
    if (!wallet || !isCounterLocked(wallet, batch) || !isOverdue(hold, batch.nowMs)) continue;
    const heldMinor = wallet.heldMinor - reservedMinor(hold);
    batch.wallets.set(wallet.id, { ...wallet, heldMinor });
    giveBackReserved(wallet, reservedMinor(hold), hold.countedOn, batch);
    batch.holds.set(hold.id, { ...hold, state: "expired", closedAtMs: batch.nowMs });
  }
}

const isCounterLocked = ({ id, limitsWalletId = id }: LockedWallet, { wallets }: WorkingBatch) =>
  wallets.has(limitsWalletId);
