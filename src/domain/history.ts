import type { CurrencyCode } from "./currency.ts";
import type { TransactionId, WalletId } from "./ids.ts";
import type { TransactionStatus, TransactionType } from "./transaction.ts";

/** Which transactions a page shows; what is null does not narrow. */
export interface TransactionFilter {
  readonly type: TransactionType | null;
  readonly status: TransactionStatus | null;
  readonly direction: Direction | null;
  readonly walletId: WalletId | null;
  readonly currency: CurrencyCode | null;
  /** When it was committed, in microseconds since 1970: the first that is shown, the first that is not. */
  readonly fromMicros: bigint | null;
  readonly toMicros: bigint | null;
  /** Text that the note or the reference contains, whatever its case. */
  readonly text: string | null;
}

/** Whether the viewer's wallet paid or was paid. */
export const DIRECTIONS = ["sent", "received"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** One line of a wallet's statement. */
export interface HistoryEntry {
  readonly transactionId: TransactionId;
  readonly type: TransactionType;
  readonly reference: string;
  readonly note: string | null;
  readonly currency: CurrencyCode;
  /** Signed, in minor units: negative leaves the wallet. */
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
  readonly seq: bigint;
  /** The wallet on the other side; null: outside. */
  readonly counterWalletId: WalletId | null;
  /** When it was committed: RFC 3339 in UTC with six decimals; it rises with seq. */
  readonly postedAt: string;
}
