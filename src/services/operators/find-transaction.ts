import { type SQL, sql } from "drizzle-orm";
import {
  insertOperatorEvent,
  isTarget,
  type OperatorAct,
  operatorIsAllowed,
} from "../../db/operator.ts";
import { newId, type TransactionId, type UserId, type WalletId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import {
  selectWatchedTransaction,
  type WatchedTransactionRow,
} from "../../ledger/history-reads.ts";
import { transactionOf } from "../../ledger/history-rows.ts";
import {
  type Refunds,
  type RefundsRow,
  refundsOf,
  selectRefunds,
} from "../../ledger/refund-reads.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";

const FIND: OperatorAct = { roles: OPERATOR_ROLES, type: "transactions_looked_up" };

/** A transaction as operators see it: with the legs of all its people. */
export interface WatchedTransaction {
  readonly transaction: Transaction;
  /** Null if it cannot be given back. */
  readonly refunds: Refunds | null;
  /** The wallets of people on its two sides, with their owners. */
  readonly parties: readonly { readonly walletId: WalletId; readonly userId: UserId }[];
}

/**
 * One transaction of any user, and what was given back of it. The look-up is an audit event of each
 * user with a wallet in it.
 */
export async function findTransaction(
  ctx: ServiceContext,
  caller: Caller,
  id: TransactionId,
): Promise<Outcome<WatchedTransaction, LookupRefusal | "transaction_not_found">> {
  const from = partiesAsSubjects(caller, id, ctx.nowMs());
  const found = await lookUp(ctx, caller, FIND, { partiesOf: id }, (db) => [
    db.execute(insertOperatorEvent(caller, FIND, { from }, ctx.nowMs(), sql`subject.event_id`)),
    db.execute<WatchedTransactionRow>(selectWatchedTransaction(id)),
    db.execute<RefundsRow>(selectRefunds(null, id)),
  ]);
  if (!found.ok) return found;
  const [, transactions, { rows: given }] = found.value;
  const [row] = transactions.rows;
  if (!row) return refuse("transaction_not_found");
  return done({
    transaction: transactionOf(row),
    refunds: given[0] ? refundsOf(given[0]) : null,
    parties: row.parties.map(([walletId, userId]) => ({ walletId, userId })),
  });
}

/** The owners of the transaction's wallets, at most two, in id order: so their events are locked. */
function partiesAsSubjects(caller: Caller, id: TransactionId, nowMs: number): SQL {
  const target = { partiesOf: id };
  const [first, second] = [newId("aud", nowMs), newId("aud", nowMs)];
  return sql`
    SELECT t.id AS user_id, NULL::uuid AS wallet_id,
      CASE row_number() OVER (ORDER BY t.id) WHEN 1 THEN ${first}::uuid ELSE ${second}::uuid END
        AS event_id
    FROM users t WHERE ${isTarget(target)} AND ${operatorIsAllowed(caller, FIND, target)}
    ORDER BY t.id`;
}
