// The Drizzle transaction of one batch: BEGIN, find and lock; write, COMMIT. Two round trips for any number
// of commands (see db/gathering-client.ts).
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import { rfc3339 } from "../db/instant.ts";
import type { MoneyCommand, MoneyOutcome } from "../domain/command.ts";
import type { TransactionId, WalletId } from "../domain/ids.ts";
import type { Transaction, UnpostedTransaction } from "../domain/transaction.ts";
import { arrayParameter } from "./array-parameter.ts";
import { type Decision, decide } from "./decide.ts";
import { findAndLock } from "./find-and-lock.ts";
import { type TransactionRow, transactionOf } from "./statement-rows.ts";
import { selectReplays } from "./statements.ts";
import { writeDecision } from "./write-decision.ts";

export type LedgerTransaction = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

/** An outcome before its commit, which alone gives a new transaction its posted_at. */
export type UnpostedOutcome =
  | Exclude<MoneyOutcome, { readonly kind: "recorded" }>
  | {
      readonly kind: "recorded";
      readonly transaction: UnpostedTransaction | Transaction;
      readonly isReplay: boolean;
    };

/** What one try of a batch decided, kept from before its COMMIT so that a lost answer can be settled. */
export interface Attempt {
  readonly outcomes: readonly UnpostedOutcome[];
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
    const outcomes = await unpostedOutcomes(tx, decision);
    const transactionIds = decision.verdicts.flatMap((v) =>
      v.kind === "recorded" ? [v.transaction.id] : [],
    );
    const isReadOnly = transactionIds.length + decision.trespasses.length === 0;
    onDecided({ outcomes, isReadOnly, transactionIds, walletIds: [...locked.keys()] });
    // The last step: nothing may fail after it.
    return withPostedAt(outcomes, await writeDecision(tx, commands, decision, nowMs));
  });
}

async function unpostedOutcomes(
  tx: LedgerTransaction,
  { verdicts }: Decision,
): Promise<readonly UnpostedOutcome[]> {
  const known = new Map<TransactionId, UnpostedTransaction | Transaction>();
  for (const v of verdicts) if (v.kind === "recorded") known.set(v.transaction.id, v.transaction);
  const missing = verdicts.flatMap((v) =>
    v.kind === "replay" && !known.has(v.transactionId) ? [v.transactionId] : [],
  );
  if (missing.length > 0) {
    const { rows } = await tx.execute<TransactionRow>(selectReplays(missing));
    for (const row of rows) known.set(row.id, transactionOf(row));
  }

  return verdicts.map((verdict): UnpostedOutcome => {
    if (verdict.kind === "refused") return verdict;
    if (verdict.kind === "recorded") return { ...verdict, isReplay: false };
    const transaction = known.get(verdict.transactionId);
    if (!transaction) throw new Error(`transaction ${verdict.transactionId} is not in the books`);
    return { kind: "recorded", transaction, isReplay: true };
  });
}

/** The outcomes of a commit, with the posted_at that it gave to each new transaction. */
export function withPostedAt(
  outcomes: readonly UnpostedOutcome[],
  postedAt: ReadonlyMap<TransactionId, string> = new Map(),
): readonly MoneyOutcome[] {
  return outcomes.map((outcome): MoneyOutcome => {
    if (outcome.kind !== "recorded") return outcome;
    const { transaction, isReplay } = outcome;
    if ("postedAt" in transaction) return { kind: "recorded", transaction, isReplay };
    const at = postedAt.get(transaction.id);
    if (at === undefined) throw new Error(`transaction ${transaction.id} was not written`);
    return { kind: "recorded", transaction: { ...transaction, postedAt: at }, isReplay };
  });
}

/**
 * Learns the fate of a lost commit: taking the same locks waits until the lost transaction has ended,
 * one way or the other; then its transactions are all there, or none is. Answers its outcomes, with the
 * posted_at that it gave to each; null: it was not committed.
 */
export async function wasCommitted(
  db: SocketDatabase,
  { outcomes, transactionIds, walletIds }: Attempt,
): Promise<readonly MoneyOutcome[] | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      SELECT id FROM wallets WHERE id = ANY(${arrayParameter(walletIds)}::uuid[])
      ORDER BY id FOR NO KEY UPDATE`);
    const { rows } = await tx.execute<{ id: TransactionId; posted_at: string }>(sql`
      SELECT t.id, ${rfc3339(sql`t.posted_at`)} AS posted_at FROM transactions t
      WHERE t.id = ANY(${arrayParameter(transactionIds)}::uuid[])`);
    if (rows.length === 0) return null;
    if (rows.length !== transactionIds.length) {
      throw new Error(`${rows.length} of ${transactionIds.length} transactions of one commit`);
    }
    return withPostedAt(outcomes, new Map(rows.map((row) => [row.id, row.posted_at])));
  });
}
