import type { SessionId, TransactionId, UserId, WalletId } from "./ids.ts";
import type { Phone } from "./phone.ts";
import type { UnrecordedRefusal } from "./refusal.ts";
import type { Transaction, TransactionType } from "./transaction.ts";

/** How a caller names a wallet; the ledger finds it under the batch's own locks. */
export type WalletAddress =
  | { readonly by: "id"; readonly walletId: WalletId }
  /** The default wallet, in the command's currency, of the person with this phone. */
  | { readonly by: "phone"; readonly phone: Phone }
  /** The caller's own default wallet in the command's currency. */
  | { readonly by: "default" };

/** The stored identity of a request: same key and fingerprint is the same request. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 over the request's meaning, in hex. */
  readonly fingerprint: string;
}

/**
 * One request to change balances. Plain data that crosses the Worker, the wallet object and the
 * writer. Its transaction id is made once, at the edge: whoever repeats it repeats the same one.
 */
export interface MoneyCommand {
  readonly transactionId: TransactionId;
  readonly createdAtMs: number;
  readonly type: TransactionType;
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  /** Positive, in minor units of `currency`. */
  readonly amountMinor: bigint;
  readonly currency: string;
  /** Null: the money comes from outside (a deposit). */
  readonly from: WalletAddress | null;
  /** Null: the money leaves (a withdrawal). */
  readonly to: WalletAddress | null;
  readonly note: string | null;
  readonly idempotency: Idempotency | null;
}

/**
 * What became of a command.
 * - recorded: the transaction stands in the books, success or failed; `isReplay` when it stood before.
 * - refused: nothing but an audit event was written.
 * - busy: a queue was full or Postgres could not be reached; nothing has happened.
 * - unknown: the commit's fate could not be learned; the same key tells later.
 * - faulty: Postgres refuses this very command; nothing has happened.
 */
export type MoneyOutcome =
  | { readonly kind: "recorded"; readonly transaction: Transaction; readonly isReplay: boolean }
  | { readonly kind: "refused"; readonly code: UnrecordedRefusal }
  | { readonly kind: "busy" }
  | { readonly kind: "unknown" }
  | { readonly kind: "faulty"; readonly fault: string };

/** One request to end an account: all its wallets closed, its person's data erased. */
export interface CloseAccountCommand {
  readonly actorId: UserId;
  readonly sessionId: SessionId;
  readonly createdAtMs: number;
}

export type CloseAccountOutcome =
  | { readonly kind: "closed" }
  | {
      readonly kind: "refused";
      readonly code: "session_ended" | "step_up_required" | "balance_not_zero" | "wallet_frozen";
    }
  /** The connection was lost on every try: the account may be closed or not. */
  | { readonly kind: "unknown" };
