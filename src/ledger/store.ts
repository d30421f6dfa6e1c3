// The Drizzle transaction of one batch: BEGIN, find and lock; write, COMMIT. Two round trips for any number
// of commands (see db/gathering-client.ts).
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import type { Misrouted, MoneyOutcome } from "../domain/command.ts";
import type { TransactionId, WalletId } from "../domain/ids.ts";
import type { Transaction } from "../domain/transaction.ts";
import { arrayParameter } from "./array-parameter.ts";
import { type Case, type Decision, decide, type LockedWallet } from "./decide.ts";
import { findAndLock, type RoutedCommand } from "./find-and-lock.ts";
import { type TransactionRow, transactionOf } from "./statement-rows.ts";
import { selectReplays } from "./statements.ts";
import { writeDecision } from "./write-decision.ts";

export type LedgerTransaction = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

/** What one try of a batch decided, kept from before its COMMIT so that a lost answer can be settled. */
export interface Attempt {
  readonly outcomes: readonly PostOutcome[];
  /** Whether it had anything to write, be it only an audit event. */
  readonly isReadOnly: boolean;
  readonly transactionIds: readonly TransactionId[];
  readonly walletIds: readonly WalletId[];
}

/** What a command of a batch comes to: an outcome, or somebody else's lock stood in its way. */
export type PostOutcome = MoneyOutcome | Misrouted | { readonly kind: "blocked" };

/** The batch itself cannot be decided: a fault of ours, not of Postgres or of the connection. */
export class BatchFault extends Error {
  override readonly name = "BatchFault";
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
 * the connection throws, and BatchFault.
 */
export async function postBatch(
  db: SocketDatabase,
  routed: readonly RoutedCommand[],
  { nowMs, skipsLocked, onDecided }: PostOptions,
): Promise<readonly PostOutcome[]> {
  const commands = routed.map(({ command }) => command);
  return db.transaction(async (tx) => {
    const { cases, locked } = await findAndLock(tx, routed, skipsLocked);
    const decision = decided(cases, locked);
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

function decided(
  cases: readonly Case[],
  locked: ReadonlyMap<WalletId, LockedWallet>,
): Decision {
  try {
    return decide(cases, locked);
  } catch (cause) {
    throw new BatchFault("a batch cannot be decided", { cause });
  }
}

async function answer(
  tx: LedgerTransaction,
  { verdicts }: Decision,
): Promise<readonly PostOutcome[]> {
  const known = new Map<TransactionId, Transaction>();
  for (const v of verdicts) if (v.kind === "recorded") known.set(v.transaction.id, v.transaction);
  const missing = verdicts.flatMap((v) =>
    v.kind === "replay" && !known.has(v.transactionId) ? [v.transactionId] : [],
  );
  if (missing.length > 0) {
    const { rows } = await tx.execute<TransactionRow>(selectReplays(missing));
    for (const row of rows) known.set(row.id, transactionOf(row));
  }

  return verdicts.map((verdict): PostOutcome => {
    if (verdict.kind === "recorded") return { ...verdict, isReplay: false };
    if (verdict.kind !== "replay") return verdict;
    const transaction = known.get(verdict.transactionId);
    if (!transaction) throw new Error(`transaction ${verdict.transactionId} is not in the books`);
    return { kind: "recorded", transaction, isReplay: true };
  });
}

/**
 * Learns what a lost commit did: taking the same locks waits until the lost transaction has ended, one way
 * or the other; then its transactions are all there, or none is. Null when nothing was committed.
 */
export async function findCommitted(
  db: SocketDatabase,
  attempt: Attempt,
): Promise<readonly PostOutcome[] | null> {
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
    return found > 0 ? attempt.outcomes : null;
  });
}
