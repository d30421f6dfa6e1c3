import type { TransactionId, WalletId } from "./ids.ts";
import type { MicrosText, UnixMicros } from "./instant.ts";
import type { TransactionStatus, TransactionType } from "./transaction.ts";

/** Which transactions a list contains. A field that is null does not filter. */
export interface TransactionFilter {
  readonly type: TransactionType | null;
  readonly status: TransactionStatus | null;
  readonly direction: Direction | null;
  readonly walletId: WalletId | null;
  readonly currency: string | null;
  /** Bounds of posted_at: `fromMicros` is included, `toMicros` is excluded. */
  readonly fromMicros: UnixMicros | null;
  readonly toMicros: UnixMicros | null;
  /** Text that the note or the reference contains, in upper or lower case. */
  readonly text: string | null;
}

/** Whether the viewer's wallet sent or received the money. */
export const DIRECTIONS = ["sent", "received"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A request for the items after a position in a list, at most `limit` of them. */
export interface PageRequest<Position> {
  readonly after: Position | null;
  readonly limit: number;
}

/**
 * A page of a list, and the position that the next page starts after; null: this is the last page.
 */
export interface Page<Item, Position> {
  readonly items: readonly Item[];
  readonly next: Position | null;
}

/** One entry of a wallet's history. */
export interface HistoryEntry {
  readonly transactionId: TransactionId;
  readonly type: TransactionType;
  readonly reference: string;
  readonly note: string | null;
  readonly currency: string;
  /** Signed, in minor units: negative for money that leaves the wallet. */
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
  readonly seq: bigint;
  /** The wallet on the other side; null for a deposit or a withdrawal. */
  readonly counterWalletId: WalletId | null;
  /** When it was committed; it rises with seq. */
  readonly postedAt: MicrosText;
}

/**
 * Makes a page from the rows of a query with LIMIT `limit + 1`: the extra row shows that another
 * page follows.
 */
export function pageOf<Item, Position>(
  rows: readonly Item[],
  limit: number,
  positionOf: (item: Item) => Position,
): Page<Item, Position> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? positionOf(last) : null };
}
