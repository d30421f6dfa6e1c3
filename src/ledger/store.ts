// The Drizzle transaction of one batch: BEGIN, find and lock; write, COMMIT. Two round trips for any number
// of commands (see db/gathering-client.ts).
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import type { Misrouted, MoneyOutcome } from "../domain/command.ts";
import type { TransactionId, WalletId } from "../domain/ids.ts";
import type { Transaction, UnpostedTransaction } from "../domain/transaction.ts";
import { arrayParameter } from "./array-parameter.ts";
import type { Decision } from "./case.ts";
import { decide } from "./decide.ts";
import { findAndLock, type RoutedCommand } from "./find-and-lock.ts";
import { selectReplays } from "./history-reads.ts";
import { type TransactionRow, transactionOf } from "./history-rows.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { writeDecision } from "./write-decision.ts";

/** What a command of a batch comes to: an outcome, or somebody else's lock stood in its way. */
export type PostOutcome = MoneyOutcome | Misrouted | { readonly kind: "blocked" };

/** The same before its commit, which alone gives a new transaction its posted_at. */
export type UnpostedOutcome =
  | Exclude<PostOutcome, { readonly kind: "recorded" }>
  | {
      readonly kind: "recorded";
      readonly transaction: UnpostedTransaction | Transaction;
      readonly isReplay: boolean;
    };

/** What one try of a batch decided, kept from before its COMMIT so that a lost answer can be resolved. */
export interface Attempt {
  readonly outcomes: readonly UnpostedOutcome[];
  /** Whether it has nothing to write, not even an audit event. */
  readonly isReadOnly: boolean;
  readonly transactionIds: readonly TransactionId[];
  readonly walletIds: readonly WalletId[];
}

export interface PostOptions {
  /** Unix time in milliseconds. */
  readonly nowMs: number;
  /** Passes by rows that somebody else has locked, instead of waiting for them. */
  readonly skipsLocked: boolean;
  /**
   * Called right before the statement that COMMIT leaves with: an error after it leaves the commit's fate
   * open. What it throws ends the transaction before anything is written.
   */
  onDecided(attempt: Attempt): void;
}

/**
 * Posts a batch in one transaction: one outcome for each command, in order. Throws whatever Postgres or
 * the connection throws.
 */
export async function postBatch(
  db: SocketDatabase,
  routed: readonly RoutedCommand[],
  { nowMs, skipsLocked, onDecided }: PostOptions,
): Promise<readonly PostOutcome[]> {
  const commands = routed.map(({ command }) => command);
  return db.transaction(async (tx) => {
    const { cases, locked } = await findAndLock(tx, routed, skipsLocked);
    const decision = decide(cases, locked);
    const outcomes = await unpostedOutcomes(tx, decision);
    const transactionIds = decision.verdicts.flatMap((v) =>
      v.kind === "recorded" ? [v.transaction.id] : [],
    );
    const isReadOnly = transactionIds.length + decision.violations.length === 0;
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
    if (verdict.kind === "recorded") return { ...verdict, isReplay: false };
    if (verdict.kind !== "replay") return verdict;
    const transaction = known.get(verdict.transactionId);
    if (!transaction) throw new Error(`transaction ${verdict.transactionId} is not there`);
    return { kind: "recorded", transaction, isReplay: true };
  });
}

/** The outcomes of a commit, with the posted_at that it gave to each new transaction. */
function withPostedAt(
  outcomes: readonly UnpostedOutcome[],
  postedAt: ReadonlyMap<TransactionId, string>,
): readonly PostOutcome[] {
  return outcomes.map((outcome): PostOutcome => {
    if (outcome.kind !== "recorded") return outcome;
    const { transaction, isReplay } = outcome;
    if ("postedAt" in transaction) return { kind: "recorded", transaction, isReplay };
    const at = postedAt.get(transaction.id);
    if (at === undefined) throw new Error(`transaction ${transaction.id} was not written`);
    return { kind: "recorded", transaction: { ...transaction, postedAt: at }, isReplay };
  });
}

/**
 * Learns what a lost commit did: taking the same locks waits until the lost transaction has ended, one way
 * or the other; then its transactions are all there, or none is. Answers its outcomes as the ledger has
 * them. Null when it did not happen, or nothing but audit events tells: posting the batch again is right,
 * also where another batch has posted some of its commands meanwhile.
 */
export async function findCommitted(
  db: SocketDatabase,
  { outcomes, transactionIds, walletIds }: Attempt,
): Promise<readonly PostOutcome[] | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      SELECT id FROM wallets WHERE id = ANY(${arrayParameter(walletIds)}::uuid[])
      ORDER BY id FOR NO KEY UPDATE`);
    const { rows } = await tx.execute<TransactionRow>(selectReplays(transactionIds));
    if (rows.length === 0 || rows.length < transactionIds.length) return null;
    const posted = new Map(rows.map((row) => [row.id, transactionOf(row)]));
    return outcomes.map((outcome): PostOutcome => {
      if (outcome.kind !== "recorded") return outcome;
      const { transaction, isReplay } = outcome;
      if ("postedAt" in transaction) return { kind: "recorded", transaction, isReplay };
      const found = posted.get(transaction.id);
      if (!found) throw new Error(`transaction ${transaction.id} was not read`);
      return { kind: "recorded", transaction: found, isReplay };
    });
  });
}
