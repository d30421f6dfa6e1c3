import type { Counterparty } from "./counterparty.ts";
import type { CurrencyCode } from "./currency.ts";
import type { TransactionId, WalletId } from "./ids.ts";
import type { MicrosText, UnixMicros } from "./instant.ts";
import type { TransactionStatus, TransactionType } from "./transaction.ts";

/** Which transactions a list contains. A field that is null does not filter. */
export interface TransactionFilter {
  readonly type: TransactionType | null;
  readonly status: TransactionStatus | null;
  readonly direction: Direction | null;
  readonly walletId: WalletId | null;
  readonly currency: CurrencyCode | null;
  /** Bounds of posted_at: `fromMicros` is included, `toMicros` is excluded. */
  readonly fromMicros: UnixMicros | null;
  readonly toMicros: UnixMicros | null;
  /**
   * Text that the note or the reference contains; see ledger/text-search.ts for how texts compare.
   */
  readonly text: string | null;
}

/** Whether the viewer's wallet sent or received the money. */
export const DIRECTIONS = ["sent", "received"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The balance of a wallet from one moment on, in minor units. */
export interface BalanceStep {
  readonly at: MicrosText;
  readonly balanceMinor: bigint;
}

/** The balance of a wallet over time. */
export interface BalanceHistory {
  readonly currency: CurrencyCode;
  /** The begin of the time, and the balance then. */
  readonly opening: BalanceStep;
  /** The changes since then, in order: at most BALANCE_STEPS_MAX. */
  readonly steps: readonly BalanceStep[];
  /** The end of the time. */
  readonly until: MicrosText;
  /** Whether each entry of the time is a step. */
  readonly isExact: boolean;
}

/** One entry of a wallet's history. */
export interface HistoryEntry {
  readonly transactionId: TransactionId;
  readonly type: TransactionType;
  readonly reference: string;
  readonly note: string | null;
  readonly currency: CurrencyCode;
  /** Signed, in minor units: negative for money that leaves the wallet. */
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint;
  readonly seq: bigint;
  /** The wallet on the other side; null for a deposit or a withdrawal. */
  readonly counterWalletId: WalletId | null;
  /** The owner of that wallet; null if there is nobody to name, and for an exchange. */
  readonly counterparty: Counterparty | null;
  /** When it was committed; it rises with seq. */
  readonly postedAt: MicrosText;
}
