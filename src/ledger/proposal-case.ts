// What a batch knows of a proposal that it carries out.
import type { CurrencyCode } from "../domain/currency.ts";
import type { MoneyProposalId, TransactionId, UserId, WalletId } from "../domain/ids.ts";
import type { AdjustmentDirection, ProposalKind, ShortfallRule } from "../domain/money-proposal.ts";

/** A proposal that no other transaction can decide. */
export interface LockedProposal {
  readonly id: MoneyProposalId;
  readonly kind: ProposalKind;
  readonly userId: UserId;
  readonly walletId: WalletId;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly direction: AdjustmentDirection | null;
  readonly reversesId: TransactionId | null;
  readonly shortfall: ShortfallRule | null;
  readonly reason: string;
  readonly proposedBy: UserId;
  /**
   * Not decided, not expired, its proposer is an admin who may act, and no other proposal has
   * resolved its event in suspense.
   */
  readonly isOpen: boolean;
  /** The admins of this batch who may approve, by their right and a fresh second factor. */
  readonly approvers: ReadonlySet<UserId>;
  /** Who approved it in this batch; null: nobody. */
  readonly approvedBy: UserId | null;
}
