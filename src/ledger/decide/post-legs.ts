// The entries of a posted case, and the balances after it.
import type { WalletId } from "../../domain/ids.ts";
import type { Case, Entry, LockedHold, LockedRows, LockedWallet } from "../case.ts";
import type { Posting, Side } from "./decided.ts";
import type { WorkingBatch } from "./working-batch.ts";

/** The system wallet of a deposit or withdrawal. Throws if the currency has none. */
export function counterWallet({ counterWalletId, command }: Case): WalletId {
  if (!counterWalletId) throw new Error(`no system wallet for ${command.currency}`);
  return counterWalletId;
}

/** Applies a posting to the batch: its balances, its holds and its entries, which it returns. */
export function postLegs({ command }: Case, posting: Posting, batch: WorkingBatch): Entry[] {
  const entries = posting.sides.flatMap((side): Entry[] => {
    const { amountMinor } = side;
    const after = typeof side.wallet === "string" ? null : changeWallet(side.wallet, side, batch);
    if (typeof side.wallet === "string") changePosition(side.wallet, amountMinor, batch);
    if (amountMinor === 0n) return [];
    return [
      {
        transactionId: command.transactionId,
        walletId: after?.id ?? (side.wallet as WalletId),
        currency: after?.currency ?? side.currency ?? command.currency,
        amountMinor,
        balanceAfterMinor: after?.balanceMinor ?? null,
        seq: after?.seq ?? null,
      },
    ];
  });
  for (const hold of posting.holds ?? []) putHold(hold, batch);
  const { original } = posting;
  if (original) batch.originals.set(original.id, original);
  for (const one of posting.proposals ?? []) batch.proposals.set(one.id, one);
  batch.entries.push(...entries);
  return entries;
}

/** The wallet after one side, which is put into the batch. An entry takes the wallet's next seq. */
function changeWallet(
  wallet: LockedWallet,
  { amountMinor, heldMinor = 0n }: Side,
  { wallets }: WorkingBatch,
): LockedWallet {
  const changed = {
    ...wallet,
    balanceMinor: wallet.balanceMinor + amountMinor,
    heldMinor: wallet.heldMinor + heldMinor,
    seq: amountMinor === 0n ? wallet.seq : wallet.seq + 1n,
  };
  wallets.set(wallet.id, changed);
  return changed;
}

/** Puts a new or changed hold into the batch, and counts the open ones of its payer. */
function putHold(hold: LockedHold, { holds, openHolds }: WorkingBatch): void {
  const isCounted = (one: LockedHold | undefined) =>
    one?.state === "open" && one.purpose === "payment" ? 1 : 0;
  const count = openHolds.get(hold.fromWalletId) ?? 0;
  openHolds.set(hold.fromWalletId, count + isCounted(hold) - isCounted(holds.get(hold.id)));
  holds.set(hold.id, hold);
}

/** A side on a liquidity wallet changes the service's position in its currency. */
function changePosition(id: WalletId, amountMinor: bigint, { positions }: WorkingBatch): void {
  const position = positions.get(id);
  if (!position) return;
  positions.set(id, { ...position, positionMinor: position.positionMinor + amountMinor });
}

/** What the batch changes in each position that it has read. */
export function positionChanges(
  { positions }: WorkingBatch,
  locked: LockedRows,
): ReadonlyMap<WalletId, bigint> {
  const changes = [...positions].map(([id, { positionMinor }]) => {
    const before = locked.positions?.get(id)?.positionMinor ?? 0n;
    return [id, positionMinor - before] as const;
  });
  return new Map(changes.filter(([, change]) => change !== 0n));
}
