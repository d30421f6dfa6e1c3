import type { OperatorAct } from "../../db/operator.ts";
import type { TransactionId } from "../../domain/ids.ts";
import type { MoneyProposal, ReversalReason, ShortfallRule } from "../../domain/money-proposal.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { refundableMinor } from "../../domain/refund.ts";
import { type ReversibleRow, selectReversible } from "../../ledger/refund-reads.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator } from "./acts/act-as-operator.ts";
import { type ProposeMoneyRefusal, proposeMoney } from "./acts/propose-money.ts";

const PROPOSE: OperatorAct = { roles: ["admin"], type: "reversal_proposed" };

export interface NewReversal {
  readonly reason: ReversalReason;
  /** What is done when the receiver has spent the money. */
  readonly shortfall: ShortfallRule;
  readonly ticket: string | null;
}

export type ProposeReversalRefusal =
  | ProposeMoneyRefusal
  | "transaction_not_found"
  | "not_reversible";

/**
 * Proposes to undo a transaction: to give back what refunds and reversals have left of it. The
 * person concerned is the receiver; neither they nor the payer may propose it.
 */
export async function proposeReversal(
  ctx: ServiceContext,
  caller: Caller,
  id: TransactionId,
  { reason, shortfall, ticket }: NewReversal,
): Promise<Outcome<MoneyProposal, ProposeReversalRefusal>> {
  const found = await actAsOperator(ctx, caller, PROPOSE, null, (db) => [
    db.execute<ReversibleRow>(selectReversible(id)),
  ]);
  if (!found.ok) return found;
  const [row] = found.value[0].rows;
  if (!row) return refuse("transaction_not_found");
  if (row.payer_id === caller.userId) return refuse("own_account");
  const { currency, wallet_id: walletId, amount, refunded } = row;
  if (!row.is_reversible || !currency || !walletId || !amount) return refuse("not_reversible");
  const total = { amountMinor: BigInt(amount), refundedMinor: BigInt(refunded) };
  const amountMinor = refundableMinor(total);
  if (amountMinor === 0n) return refuse("not_reversible", "Nothing is left to give back.");
  const nothing = { direction: null, fundingEventId: null };
  const proposal = { kind: "reversal", reversesId: id, amountMinor, currency, walletId } as const;
  const terms = { reason, shortfall, ticket };
  const complete = { ...proposal, ...terms, ...nothing };
  const proposed = await proposeMoney(ctx, caller, PROPOSE, complete);
  if (!proposed.ok) return proposed;
  if (!proposed.value) throw new Error(`the reversal of ${id} was not stored`);
  return done(proposed.value);
}
