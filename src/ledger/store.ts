// The Drizzle transaction of one batch: BEGIN, find and lock; write, COMMIT. Two round trips for any number
// of commands (see db/gathering-client.ts).
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import type { MoneyCommand, MoneyOutcome } from "../domain/command.ts";
import type { TransactionId, WalletId } from "../domain/ids.ts";
import type { Transaction } from "../domain/transaction.ts";
import { arrayParameter } from "./array-parameter.ts";
import { type Decision, decide } from "./decide.ts";
import { findAndLock } from "./find-and-lock.ts";
import { type TransactionRow, transactionOf } from "./statement-rows.ts";
import { selectReplays } from "./statements.ts";
import { writeDecision } from "./write-decision.ts";

export type LedgerTransaction = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

/** What one try of a batch decided, kept from before its COMMIT so that a lost answer can be settled. */
export interface Attempt {
  readonly outcomes: readonly MoneyOutcome[];
  /** Whether it had anything to write, be it only an audit event. */
  readonly isReadOnly: boolean;
  readonly transactionIds: readonly TransactionId[];
  readonly walletIds: readonly WalletId[];
}

/**
 * Posts a batch in one transaction. `onDecided` is called right before the statement that COMMIT leaves
 * with: an error after it leaves the commit's fate open. Throws whatever Postgres or the connection throws.
 */
export async function postBatch(
  db: SocketDatabase,
  commands: readonly MoneyCommand[],
  nowMs: number,
  onDecided: (attempt: Attempt) => void,
): Promise<readonly MoneyOutcome[]> {
  return db.transaction(async (tx) => {
    const { cases, locked } = await findAndLock(tx, commands);
    const decision = decide(cases, locked);
    const outcomes = await answer(tx, decision);
    const transactionIds = decision.verdicts.flatMap((v) =>
      v.kind === "recorded" ? [v.transaction.id] : [],
    );
    const isReadOnly = transactionIds.length + decision.trespasses.length === 0;
    onDecided({ outcomes, isReadOnly, transactionIds, walletIds: [...locked.keys()] });
    // The last step: nothing may fail after it.
    await writeDecision(tx, commands, decision, nowMs);
    return outcomes;
  });
}

async function answer(
  tx: LedgerTransaction,
  { verdicts }: Decision,
): Promise<readonly MoneyOutcome[]> {
  const known = new Map<TransactionId, Transaction>();
  for (const v of verdicts) if (v.kind === "recorded") known.set(v.transaction.id, v.transaction);
  const missing = verdicts.flatMap((v) =>
    v.kind === "replay" && !known.has(v.transactionId) ? [v.transactionId] : [],
  );
  if (missing.length > 0) {
    const { rows } = await tx.execute<TransactionRow>(selectReplays(missing));
    for (const row of rows) known.set(row.id, transactionOf(row));
  }

  return verdicts.map((verdict): MoneyOutcome => {
    if (verdict.kind === "refused") return verdict;
    if (verdict.kind === "recorded") return { ...verdict, isReplay: false };
    const transaction = known.get(verdict.transactionId);
    if (!transaction) throw new Error(`transaction ${verdict.transactionId} is not in the books`);
    return { kind: "recorded", transaction, isReplay: true };
  });
}

/**
 * Learns the fate of a lost commit: taking the same locks waits until the lost transaction has ended,
 * one way or the other; then its transactions are all there, or none is.
 */
export async function wasCommitted(db: SocketDatabase, attempt: Attempt): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      SELECT id FROM wallets WHERE id = ANY(${arrayParameter(attempt.walletIds)}::uuid[])
      ORDER BY id FOR NO KEY UPDATE`);
    const { rows } = await tx.execute<{ found: number }>(sql`
      SELECT count(*)::int AS found FROM transactions
      WHERE id = ANY(${arrayParameter(attempt.transactionIds)}::uuid[])`);
    const found = rows[0]?.found ?? 0;
    if (found !== 0 && found !== attempt.transactionIds.length) {
      throw new Error(`${found} of ${attempt.transactionIds.length} transactions of one commit`);
    }
    return found > 0;
  });
}
