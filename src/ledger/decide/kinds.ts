// The kinds of money operations: who decides each, and whose wallet its actor must own.
import type { TransactionType } from "../../domain/transaction.ts";
import { decideAdjustment } from "./adjustment.ts";
import { decideAmendment } from "./amendment.ts";
import { decideCapture } from "./capture.ts";
import type { Decider } from "./decided.ts";
import { decideDeposit } from "./deposit.ts";
import {
  creditFunding,
  releaseWithdrawal,
  reserveWithdrawal,
  settleWithdrawal,
} from "./funding.ts";
import { decideHold } from "./hold.ts";
import { decideExchange, decideQuoted } from "./quoted.ts";
import { decideRefund } from "./refund.ts";
import { decideReversal } from "./reversal.ts";
import { decideTransfer } from "./transfer.ts";
import { decideVoid } from "./void.ts";
import { decideWithdrawal } from "./withdrawal.ts";

interface Kind {
  readonly decide: Decider;
  /** The side that must be a wallet of the actor; null: operators act. */
  readonly ownSide: "from" | "to" | "either" | null;
}

/** The first for what belongs to a deposit or withdrawal through a provider, else the second. */
const byProvider =
  (funded: Decider, other: Decider): Decider =>
  (one, batch) =>
    (one.command.links.fundingId ? funded : other)(one, batch);

/** A transfer with a quote pays in another currency than it takes. */
const decideAnyTransfer: Decider = (one, batch) =>
  (one.command.links.quoteId ? decideQuoted : decideTransfer)(one, batch);

export const KINDS: Readonly<Record<TransactionType, Kind>> = {
  DEPOSIT: { decide: byProvider(creditFunding, decideDeposit), ownSide: "to" },
  WITHDRAW: { decide: byProvider(settleWithdrawal, decideWithdrawal), ownSide: "from" },
  TRANSFER: { decide: decideAnyTransfer, ownSide: "from" },
  EXCHANGE: { decide: decideExchange, ownSide: "from" },
  HOLD: { decide: byProvider(reserveWithdrawal, decideHold), ownSide: "from" },
  CAPTURE: { decide: decideCapture, ownSide: "to" },
  RELEASE: { decide: byProvider(releaseWithdrawal, decideVoid), ownSide: "either" },
  AMENDMENT: { decide: decideAmendment, ownSide: "from" },
  REFUND: { decide: decideRefund, ownSide: "from" },
  REVERSAL: { decide: decideReversal, ownSide: null },
  ADJUSTMENT: { decide: decideAdjustment, ownSide: null },
};
