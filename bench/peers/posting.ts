// What the steps of a posting share: the request, and a wallet's row.
import type { CurrencyCode } from "../../src/domain/currency.ts";
import type { UserId, WalletId } from "../../src/domain/ids.ts";
import type { TransactionType } from "../../src/domain/transaction.ts";

/** A transfer names both wallets, a deposit only `to`. */
export interface PostingRequest {
  readonly type: Exclude<TransactionType, "WITHDRAW">;
  readonly fromWalletId: WalletId | null;
  readonly toWalletId: WalletId;
  /** Positive, in minor units of `currency`. */
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly key: string | null;
}

/** A wallet as its row has it; minor units are text. */
export interface WalletRow {
  readonly id: WalletId;
  readonly owner_id: UserId;
  readonly currency: CurrencyCode;
  readonly status: string;
  readonly balance: string;
  readonly held: string;
}
