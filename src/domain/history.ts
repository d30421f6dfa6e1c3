import type { TransactionId, WalletId } from "./ids.ts";
import type { TransactionStatus, TransactionType } from "./transaction.ts";

/** Which transactions a page shows; what is null does not narrow. */
export interface TransactionFilter {
  readonly type: TransactionType | null;
  readonly status: TransactionStatus | null;
  readonly direction: Direction | null;
  readonly walletId: WalletId | null;
  readonly currency: string | null;
  /** When it was committed, in microseconds since 1970: the first that is shown, the first that is not. */
  readonly fromMicros: bigint | null;
  readonly toMicros: bigint | null;
  /** Text that the note or the reference contains, whatever its case. */
  readonly text: string | null;
}

/** Whether the viewer's wallet paid or was paid. */
export const DIRECTIONS = ["sent", "received"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A place in a list: what comes after it, at most `limit` of it. */
export interface PageRequest<Position> {
  readonly after: Position | null;
  readonly limit: number;
}

/** A part of a list, and the position that the next part comes after; null: there is none. */
export interface Page<Item, Position> {
  readonly items: readonly Item[];
  readonly next: Position | null;
}

/** One line of a wallet's statement. */
export interface HistoryEntry {
  readonly transactionId: TransactionId;
  readonly type: TransactionType;
  readonly reference: string;
  readonly note: string | null;
  readonly currency: string;
  /** Signed, in minor units: negative leaves the wallet. */
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
  readonly seq: bigint;
  /** The wallet on the other side; null: outside. */
  readonly counterWalletId: WalletId | null;
  /** When it was committed: RFC 3339 in UTC with six decimals; it rises with seq. */
  readonly postedAt: string;
}

/** Cuts a page out of rows of which one more than `limit` was asked for. */
export function pageOf<Item, Position>(
  rows: readonly Item[],
  limit: number,
  positionOf: (item: Item) => Position,
): Page<Item, Position> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? positionOf(last) : null };
}
