import { sql } from "drizzle-orm";
import type { Deposit, Withdrawal } from "../../domain/funding.ts";
import type { FundingId, Id, TransactionId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { selectTransaction } from "../../ledger/history-reads.ts";
import { type TransactionRow, transactionOf } from "../../ledger/history-rows.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { depositOf, type FundingRow, selectFunding, withdrawalOf } from "./funding-row.ts";
import { depositOfTransaction, withdrawalOfTransaction } from "./simulated-funding.ts";

/** One deposit of the caller. Another user's is refused like an unknown id. */
export async function readDeposit(
  ctx: ServiceContext,
  caller: Caller,
  id: Id<"dpi">,
): Promise<Outcome<Deposit, "session_ended" | "deposit_not_found">> {
  const read = await readBoth(ctx, caller, "deposit", id);
  if (!read.ok) return read;
  const { row, transaction } = read.value;
  if (row) return done(depositOf(row));
  const isDeposit = transaction?.type === "DEPOSIT";
  return isDeposit ? done(depositOfTransaction(transaction)) : refuse("deposit_not_found");
}

/** One withdrawal of the caller. Another user's is refused like an unknown id. */
export async function readWithdrawal(
  ctx: ServiceContext,
  caller: Caller,
  id: Id<"pay">,
): Promise<Outcome<Withdrawal, "session_ended" | "withdrawal_not_found">> {
  const read = await readBoth(ctx, caller, "withdrawal", id);
  if (!read.ok) return read;
  const { row, transaction } = read.value;
  if (row) return done(withdrawalOf(row));
  const isWithdrawal = transaction?.type === "WITHDRAW";
  return isWithdrawal ? done(withdrawalOfTransaction(transaction)) : refuse("withdrawal_not_found");
}

/** What has this id: a row, or, from the simulated provider, a transaction of the caller. */
async function readBoth(
  ctx: ServiceContext,
  caller: Caller,
  direction: "deposit" | "withdrawal",
  id: FundingId,
) {
  const { userId } = caller;
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<FundingRow>(selectFunding(direction, sql`f.id = ${id} AND f.user_id = ${userId}`)),
    db.execute<TransactionRow>(selectTransaction(userId, id as string as TransactionId)),
  ]);
  if (!read.ok) return read;
  const [funding, transactions] = read.value;
  const [row] = transactions.rows;
  return done({ row: funding.rows[0], transaction: row && transactionOf(row) });
}
