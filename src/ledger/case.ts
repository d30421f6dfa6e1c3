// What the ledger decides: one case for each command of a batch, read under lock, and the verdicts on them.

import type { MoneyCommand } from "../domain/command.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { UnrecordedRefusal } from "../domain/refusal.ts";
import type { UnpostedTransaction } from "../domain/transaction.ts";
import type { WalletStatus } from "../domain/wallet.ts";

/** A wallet's row while this batch holds its lock. */
export interface LockedWallet {
  readonly id: WalletId;
  readonly ownerId: UserId;
  readonly currency: CurrencyCode;
  readonly status: WalletStatus;
  readonly balanceMinor: bigint;
  readonly heldMinor: bigint;
  readonly seq: bigint;
}

/** One command, and what the books said of it when the batch began. */
export interface Case {
  readonly command: MoneyCommand;
  /** The wallet whose object sent the command. */
  readonly viaWalletId: WalletId;
  /** This very command was posted before, and is sent again. */
  readonly isPosted: boolean;
  /** A row that it needs is locked by somebody else. */
  readonly isBlocked: boolean;
  readonly isSessionActive: boolean;
  /** A second factor is enrolled, and none was proven lately in the session. */
  readonly lacksStepUp: boolean;
  /** The wallet that the command's own side and other side turned out to be; null: none. */
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId | null;
  /** The system wallet that stands for the outside; null for a transfer. */
  readonly counterWalletId: WalletId | null;
  /** What this very command, or its idempotency key, made before; no transaction: the key made a wallet. */
  readonly prior: { transactionId: TransactionId | null; fingerprint: string | null } | null;
}

/** A leg to write. System wallets have neither running balance nor seq. */
export interface Entry {
  readonly transactionId: TransactionId;
  readonly walletId: WalletId;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly balanceAfterMinor: bigint | null;
  readonly seq: bigint | null;
}

export type Verdict =
  | { readonly kind: "recorded"; readonly transaction: UnpostedTransaction }
  | { readonly kind: "refused"; readonly code: UnrecordedRefusal }
  | { readonly kind: "blocked" }
  | { readonly kind: "misrouted"; readonly walletId: WalletId }
  | { readonly kind: "replay"; readonly transactionId: TransactionId };

export interface Decision {
  /** One for each case, in its order. */
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly Entry[];
  /** The changed wallets as they shall be. */
  readonly wallets: readonly LockedWallet[];
  /** Attempts on other people's wallets, for the audit trail. */
  readonly violations: readonly { actorId: UserId; walletId: WalletId }[];
}
