// The kinds of money operations: who decides each, and whose wallet its actor must own.
import type { TransactionType } from "../../domain/transaction.ts";
import type { Decider } from "./decided.ts";
import { decideDeposit } from "./deposit.ts";
import { decideRefund } from "./refund.ts";
import { decideTransfer } from "./transfer.ts";
import { decideWithdrawal } from "./withdrawal.ts";

interface Kind {
  readonly decide: Decider;
  /** The side that must be a wallet of the actor. */
  readonly ownSide: "from" | "to";
}

export const KINDS: Readonly<Partial<Record<TransactionType, Kind>>> = {
  DEPOSIT: { decide: decideDeposit, ownSide: "to" },
  WITHDRAW: { decide: decideWithdrawal, ownSide: "from" },
  TRANSFER: { decide: decideTransfer, ownSide: "from" },
  REFUND: { decide: decideRefund, ownSide: "from" },
};

/** Throws for a type that no command may have. */
export function kindOf(type: TransactionType): Kind {
  const kind = KINDS[type];
  if (!kind) throw new Error(`no decider for ${type}`);
  return kind;
}
