// The kinds of money operations: who decides each, and whose wallet its actor must own.
import type { TransactionType } from "../../domain/transaction.ts";
import { decideAmendment } from "./amendment.ts";
import { decideCapture } from "./capture.ts";
import type { Decider } from "./decided.ts";
import { decideDeposit } from "./deposit.ts";
import { decideHold } from "./hold.ts";
import { decideTransfer } from "./transfer.ts";
import { decideVoid } from "./void.ts";
import { decideWithdrawal } from "./withdrawal.ts";

interface Kind {
  readonly decide: Decider;
  /** The side that must be a wallet of the actor. */
  readonly ownSide: "from" | "to" | "either";
}

export const KINDS: Readonly<Partial<Record<TransactionType, Kind>>> = {
  DEPOSIT: { decide: decideDeposit, ownSide: "to" },
  WITHDRAW: { decide: decideWithdrawal, ownSide: "from" },
  TRANSFER: { decide: decideTransfer, ownSide: "from" },
  HOLD: { decide: decideHold, ownSide: "from" },
  CAPTURE: { decide: decideCapture, ownSide: "to" },
  RELEASE: { decide: decideVoid, ownSide: "either" },
  AMENDMENT: { decide: decideAmendment, ownSide: "from" },
};

/** Throws for a type that no command may have. */
export function kindOf(type: TransactionType): Kind {
  const kind = KINDS[type];
  if (!kind) throw new Error(`no decider for ${type}`);
  return kind;
}
