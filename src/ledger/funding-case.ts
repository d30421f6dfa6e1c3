// What a batch knows of a deposit or withdrawal through a provider.
import type { CurrencyCode } from "../domain/currency.ts";
import type {
  DepositStatus,
  FundingDirection,
  FundingEventReason,
  FundingEventType,
  FundingFailure,
  WithdrawalStatus,
} from "../domain/funding.ts";
import type { FundingEventId, FundingId, TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { UnixMs } from "../domain/instant.ts";

/** A deposit or withdrawal that no other transaction can change. */
export interface LockedFunding {
  readonly id: FundingId;
  readonly direction: FundingDirection;
  readonly userId: UserId;
  readonly walletId: WalletId;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly status: DepositStatus | WithdrawalStatus;
  readonly reference: string;
  readonly paymentId: string | null;
  readonly failureCode: FundingFailure | null;
  readonly createdAtMs: UnixMs;
  readonly expiresAtMs: UnixMs;
  /** Null while it is open. */
  readonly completedAtMs: UnixMs | null;
  /** The undecided events about it, by the transaction that carries each out. */
  readonly events: ReadonlyMap<TransactionId, FundingEventOfCase>;
  /** Whether this batch has made it. */
  readonly isNew: boolean;
  /** What this batch decided of them. */
  readonly decisions: readonly FundingEventDecision[];
}

/** A signed event of the provider. */
export interface FundingEventOfCase {
  readonly type: FundingEventType;
  readonly paymentId: string;
}

/** An event is applied, or with a reason waits in suspense. */
export interface FundingEventDecision {
  readonly eventId: FundingEventId;
  readonly reason: FundingEventReason | null;
}
