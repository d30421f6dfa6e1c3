// The kinds of money operations: who decides each, and whose wallet its actor must own.
import type { TransactionType } from "../../domain/transaction.ts";
import type { Decider } from "./decided.ts";
import { decideDeposit } from "./deposit.ts";
import { decideExchange, decideQuoted } from "./quoted.ts";
import { decideTransfer } from "./transfer.ts";
import { decideWithdrawal } from "./withdrawal.ts";

interface Kind {
  readonly decide: Decider;
  /** The side that must be a wallet of the actor. */
  readonly ownSide: "from" | "to";
}

/** A transfer with a quote pays in another currency than it takes. */
function decideAnyTransfer(...[one, batch]: Parameters<Decider>) {
  return one.command.links.quoteId ? decideQuoted(one, batch) : decideTransfer(one, batch);
}

export const KINDS: Readonly<Partial<Record<TransactionType, Kind>>> = {
  DEPOSIT: { decide: decideDeposit, ownSide: "to" },
  WITHDRAW: { decide: decideWithdrawal, ownSide: "from" },
  TRANSFER: { decide: decideAnyTransfer, ownSide: "from" },
  EXCHANGE: { decide: decideExchange, ownSide: "from" },
};

/** Throws for a type that no command may have. */
export function kindOf(type: TransactionType): Kind {
  const kind = KINDS[type];
  if (!kind) throw new Error(`no decider for ${type}`);
  return kind;
}
