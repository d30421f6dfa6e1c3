// The Drizzle transaction of one batch, in two round trips for any number of commands: BEGIN with
// find-and-lock, then write-decision with COMMIT (see db/pipelining-client.ts).
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import type { Misrouted, MoneyOutcome } from "../domain/command.ts";
import type { Hold } from "../domain/hold.ts";
import type { TransactionId, WalletId } from "../domain/ids.ts";
import type { UnixMs } from "../domain/instant.ts";
import type { Transaction, UnpostedTransaction } from "../domain/transaction.ts";
import type { Decision } from "./case.ts";
import { decide } from "./decide/decide.ts";
import { type FindOptions, findAndLock, type RoutedCommand } from "./find-and-lock.ts";
import { selectReplays } from "./history-reads.ts";
import { type TransactionRow, transactionOf } from "./history-rows.ts";
import { readLockedRows, writeLockedRows } from "./locked-rows.ts";
import { withOpenings } from "./openings.ts";
import type { LedgerTransaction } from "./prepared-statement.ts";
import { arrayParameter } from "./sql-fragments.ts";
import { writeDecision, writesNothing } from "./write-decision.ts";
import { writeNotices } from "./write-notices.ts";

/**
 * The result for one command of a batch: its outcome, or blocked by a lock of another transaction.
 */
export type PostOutcome = MoneyOutcome | Misrouted | { readonly kind: "blocked" };

/** A PostOutcome before the last statement, which assigns posted_at to new transactions. */
export type UnpostedOutcome =
  | Exclude<PostOutcome, { readonly kind: "recorded" }>
  | {
      readonly kind: "recorded";
      readonly transaction: UnpostedTransaction | Transaction;
      readonly hold?: Hold;
      readonly isReplay: boolean;
    };

/**
 * The decided outcomes of a batch, kept before COMMIT is sent, so that a lost reply can be
 * resolved.
 */
export interface DecidedBatch {
  readonly outcomes: readonly UnpostedOutcome[];
  /** Whether the batch writes nothing, not even an audit event. */
  readonly isReadOnly: boolean;
  readonly transactionIds: readonly TransactionId[];
  readonly walletIds: readonly WalletId[];
}

export interface PostOptions extends FindOptions {
  readonly nowMs: UnixMs;
  /**
   * Called immediately before the statement that is sent with COMMIT. After an error that follows
   * this call, the COMMIT may have succeeded. If the callback throws, the transaction is rolled
   * back and nothing is written.
   */
  onDecided(decided: DecidedBatch): void;
}

/**
 * Posts a batch in one transaction. Returns one outcome for each command, in order. Throws the
 * errors of Postgres and of the connection.
 */
export async function postBatch(
  db: SocketDatabase,
  routed: readonly RoutedCommand[],
  options: PostOptions,
): Promise<readonly PostOutcome[]> {
  const { nowMs, onDecided } = options;
  const commands = routed.map(({ command }) => command);
  return db.transaction(async (tx) => {
    const { cases: found, locked, ...now } = await findAndLock(tx, routed, options);
    const cases = await withOpenings(tx, found, locked);
    const decision = decide(cases, await readLockedRows(tx, cases, { wallets: locked, ...now }));
    const outcomes = await unpostedOutcomes(tx, decision);
    const transactionIds = decision.verdicts.flatMap((v) =>
      v.kind === "recorded" ? [v.transaction.id] : [],
    );
    const isReadOnly = writesNothing(decision);
    if (!isReadOnly) await writeNotices(tx, commands, decision);
    if (!isReadOnly) await writeLockedRows(tx, decision, nowMs);
    onDecided({ outcomes, isReadOnly, transactionIds, walletIds: [...locked.keys()] });
    // The last step: an error after it would hide a successful COMMIT.
    const postedAt = await writeDecision(tx, commands, decision, nowMs);
    return withPosted(outcomes, (transaction) => {
      const at = postedAt.get(transaction.id);
      if (at === undefined) throw new Error(`transaction ${transaction.id} was not written`);
      return { ...transaction, postedAt: at };
    });
  });
}

async function unpostedOutcomes(
  tx: LedgerTransaction,
  { verdicts }: Decision,
): Promise<readonly UnpostedOutcome[]> {
  const byId = new Map<TransactionId, UnpostedTransaction | Transaction>();
  for (const v of verdicts) if (v.kind === "recorded") byId.set(v.transaction.id, v.transaction);
  const missing = verdicts.flatMap((v) =>
    v.kind === "replay" && !byId.has(v.transactionId) ? [v.transactionId] : [],
  );
  if (missing.length > 0) {
    const { rows } = await tx.execute<TransactionRow>(selectReplays(missing));
    for (const row of rows) byId.set(row.id, transactionOf(row));
  }

  return verdicts.map((verdict): UnpostedOutcome => {
    if (verdict.kind === "recorded") return { ...verdict, isReplay: false };
    if (verdict.kind !== "replay") return verdict;
    const transaction = byId.get(verdict.transactionId);
    if (!transaction) throw new Error(`transaction ${verdict.transactionId} was not found`);
    return { kind: "recorded", transaction, isReplay: true };
  });
}

/** The outcomes with each new transaction replaced by its posted form. */
function withPosted(
  outcomes: readonly UnpostedOutcome[],
  posted: (transaction: UnpostedTransaction) => Transaction,
): readonly PostOutcome[] {
  return outcomes.map((outcome): PostOutcome => {
    if (outcome.kind !== "recorded") return outcome;
    const { transaction } = outcome;
    if ("postedAt" in transaction) return { ...outcome, transaction };
    return { ...outcome, transaction: posted(transaction) };
  });
}

/**
 * Reads the outcomes of a batch whose COMMIT had no reply. Taking the same locks waits until the
 * lost transaction has ended; then the ledger has all of its transactions, or none.
 *
 * Returns null if the COMMIT did not succeed, or if the batch recorded no transaction that could
 * show it. The caller must then post the batch again. This is safe also if another batch has posted
 * some of its commands: those become replays.
 */
export async function findCommitted(
  db: SocketDatabase,
  { outcomes, transactionIds, walletIds }: DecidedBatch,
): Promise<readonly PostOutcome[] | null> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      SELECT id FROM wallets WHERE id = ANY(${arrayParameter(walletIds)}::uuid[])
      ORDER BY id FOR NO KEY UPDATE`);
    const { rows } = await tx.execute<TransactionRow>(selectReplays(transactionIds));
    if (rows.length === 0 || rows.length < transactionIds.length) return null;
    const byId = new Map(rows.map((row) => [row.id, transactionOf(row)]));
    return withPosted(outcomes, ({ id }) => {
      const transaction = byId.get(id);
      if (!transaction) throw new Error(`transaction ${id} was not found`);
      return transaction;
    });
  });
}
