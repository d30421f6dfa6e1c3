// What a posting counts towards the limits of each person. It follows from the sides of the posting,
// so no kind of operation decides it by itself: money that becomes unavailable to a person goes out,
// money that becomes available comes in.
import type { WalletId } from "../../domain/ids.ts";
import type { Direction, LocalDate } from "../../domain/limit.ts";
import type { Case, LockedWallet } from "../case.ts";
import { type Posting, sidesOf } from "./decided.ts";
import type { WorkingBatch } from "./working-batch.ts";

/** What one posting counts for one person in one currency. */
export interface Counted {
  readonly walletId: WalletId;
  readonly direction: Direction;
  readonly amountMinor: bigint;
  /** 0: it raises a hold, which was counted as an operation when it was placed. */
  readonly times: bigint;
  /** What is compared with the limit of one operation: of a hold that is raised, its total. */
  readonly operationMinor: bigint;
  /** What the person's balance grows by. */
  readonly balanceMinor: bigint;
}

/** What a posting gives back to one person: money that was reserved or paid, and returns. */
export interface GivenBack {
  readonly walletId: WalletId;
  readonly direction: Direction;
  readonly amountMinor: bigint;
  readonly on: LocalDate;
}

interface Effect {
  readonly counted: readonly Counted[];
  readonly givenBack: readonly GivenBack[];
}

/** Acts of operators count for nobody. */
const UNCOUNTED = new Set(["REVERSAL", "ADJUSTMENT"]);

type Wallets = Pick<WorkingBatch, "wallets">;

/** The wallet that counts for the owner of this one, as the batch has it. */
export function counterOf(wallet: LockedWallet, { wallets }: Wallets): LockedWallet {
  const counter = wallets.get(wallet.limitsWalletId ?? wallet.id);
  if (counter) return counter;
  if (wallet.limitsWalletId) throw new Error(`the limits of wallet ${wallet.id} are not locked`);
  return wallet;
}

/** The batch with the wallets that the posting opens, which it does not have yet. */
export function withOpened({ sides }: Posting, batch: WorkingBatch): WorkingBatch {
  const opened = sides.flatMap(({ wallet }) =>
    typeof wallet === "string" || batch.wallets.has(wallet.id) ? [] : [wallet],
  );
  if (opened.length === 0) return batch;
  const wallets = new Map([...batch.wallets, ...opened.map((one) => [one.id, one] as const)]);
  return { ...batch, wallets };
}

/** What changes for each person in what is available and in the balance. */
function changesOf({ sides }: Posting, batch: WorkingBatch) {
  const changes = new Map<WalletId, { availableMinor: bigint; balanceMinor: bigint }>();
  for (const { wallet, amountMinor, heldMinor = 0n } of sides) {
    if (typeof wallet === "string") continue;
    const { id } = counterOf(wallet, batch);
    const before = changes.get(id) ?? { availableMinor: 0n, balanceMinor: 0n };
    changes.set(id, {
      availableMinor: before.availableMinor + amountMinor - heldMinor,
      balanceMinor: before.balanceMinor + amountMinor,
    });
  }
  return changes;
}

/** Whether it moves money between wallets of one person, in one currency or two. */
function isOwnMovement(one: Case, batch: WorkingBatch): boolean {
  const { from, to } = sidesOf(one, batch);
  return from !== undefined && from.ownerId === to?.ownerId;
}

export function effectOf(one: Case, posting: Posting, batch: WorkingBatch): Effect {
  const { type, links } = one.command;
  const isOwn = isOwnMovement(one, batch);
  // An exchange counts out, also between own wallets: otherwise a limit of one currency could be
  // left through another.
  if (UNCOUNTED.has(type) || (isOwn && type !== "EXCHANGE")) return { counted: [], givenBack: [] };
  const hold = links.holdId ? batch.holds.get(links.holdId) : undefined;
  const holdAfter = hold && posting.holds?.find(({ id }) => id === hold.id);
  const payer = one.fromWalletId ? batch.wallets.get(one.fromWalletId) : undefined;
  const payerId = payer && counterOf(payer, batch).id;
  const counted: Counted[] = [];
  const givenBack: GivenBack[] = [];
  for (const [walletId, { availableMinor, balanceMinor }] of changesOf(posting, batch)) {
    if (availableMinor === 0n || (isOwn && availableMinor > 0n)) continue;
    const isOut = availableMinor < 0n;
    const amountMinor = isOut ? -availableMinor : availableMinor;
    const isReturned = type === "REFUND" || (hold !== undefined && walletId === payerId && !isOut);
    if (isReturned) {
      const direction = isOut ? "in" : "out";
      const { original } = posting;
      const on = original ? original.countedOn[direction] : hold?.countedOn;
      if (on) givenBack.push({ walletId, direction, amountMinor, on });
      continue;
    }
    const isRaise = hold !== undefined && isOut;
    counted.push({
      walletId,
      direction: isOut ? "out" : "in",
      amountMinor,
      times: isRaise ? 0n : 1n,
      operationMinor: isRaise ? (holdAfter?.amountMinor ?? amountMinor) : amountMinor,
      balanceMinor: balanceMinor > 0n ? balanceMinor : 0n,
    });
  }
  return { counted, givenBack };
}

/** What arrives from an own wallet is not counted, but the balance that it adds to is limited. */
export function ownGrowth(one: Case, posting: Posting, batch: WorkingBatch) {
  if (!isOwnMovement(one, batch) || UNCOUNTED.has(one.command.type)) return [];
  return [...changesOf(posting, batch)].flatMap(([walletId, { balanceMinor }]) =>
    balanceMinor > 0n ? [{ walletId, balanceMinor }] : [],
  );
}
