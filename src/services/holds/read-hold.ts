import type { SeenHold } from "../../domain/hold.ts";
import type { HoldId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Transaction } from "../../domain/transaction.ts";
import { type SeenTransactionRow, seenTransactionOf } from "../../ledger/history-rows.ts";
import {
  type ReadHoldRow,
  readHoldOf,
  selectHold,
  selectHoldTransactions,
} from "../../ledger/hold-reads.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";

export interface HoldDetails {
  readonly hold: SeenHold;
  /** How it was placed, amended, captured and voided, the first committed first. */
  readonly transactions: readonly Transaction[];
}

/**
 * A hold that the caller placed or can capture, and its transactions. Another user's hold is refused
 * like an unknown id.
 */
export async function readHold(
  ctx: ServiceContext,
  caller: Caller,
  id: HoldId,
): Promise<Outcome<HoldDetails, "session_ended" | "hold_not_found">> {
  const read = await readInSession(ctx, caller, (db) => [
    db.execute<ReadHoldRow>(selectHold(caller.userId, id)),
    db.execute<SeenTransactionRow>(selectHoldTransactions(caller.userId, id)),
  ]);
  if (!read.ok) return read;
  const [holds, transactions] = read.value;
  const [row] = holds.rows;
  if (!row) return refuse("hold_not_found");
  return done({ hold: readHoldOf(row), transactions: transactions.rows.map(seenTransactionOf) });
}
