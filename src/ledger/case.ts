// The input and output of `decide`: one case for each command of a batch, read under lock, and its
// verdict.
import type { MoneyCommand } from "../domain/command.ts";
import type { CurrencyCode } from "../domain/currency.ts";
import type { TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { UnrecordedRefusal } from "../domain/refusal.ts";
import type { UnpostedTransaction } from "../domain/transaction.ts";
import type { WalletStatus } from "../domain/wallet.ts";

/** The row of a wallet that this batch has locked. */
export interface LockedWallet {
  readonly id: WalletId;
  readonly ownerId: UserId;
  readonly currency: CurrencyCode;
  readonly status: WalletStatus;
  readonly balanceMinor: bigint;
  readonly heldMinor: bigint;
  readonly seq: bigint;
}

/** One command with everything the database has about it, as of the batch's first statement. */
export interface Case {
  readonly command: MoneyCommand;
  /** The wallet whose object sent the command. */
  readonly viaWalletId: WalletId;
  /** This command was posted before, and was sent again. */
  readonly isPosted: boolean;
  /** Another transaction has locked a row that the command needs. */
  readonly isBlocked: boolean;
  readonly isSessionActive: boolean;
  /** The user has a second factor, and did not prove one in the session within STEP_UP_SECONDS. */
  readonly lacksStepUp: boolean;
  /** The wallets that the command's two sides name; null: none, or not found. */
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId | null;
  /** The system wallet of a deposit or withdrawal; null for a transfer. */
  readonly counterWalletId: WalletId | null;
  /**
   * The result of an earlier request with this command or its key. `transactionId` null: it opened
   * a wallet.
   */
  readonly prior: { transactionId: TransactionId | null; fingerprint: string | null } | null;
}

/** An entry to write. System wallets have neither running balance nor seq. */
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
  /** The changed wallets, with their new balance and seq. */
  readonly wallets: readonly LockedWallet[];
  /** Attempts to use another user's wallet, for the audit log. */
  readonly violations: readonly { actorId: UserId; walletId: WalletId }[];
}
