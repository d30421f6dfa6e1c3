// Posts a batch of commands in one Postgres transaction, and handles each failure: it skips rows
// that other transactions have locked, splits a batch that Postgres refuses until the failing
// command is alone, reopens a lost connection, and resolves a COMMIT without a reply before it
// answers any command of the batch.
import type { DatabaseAddress } from "../db/connect.ts";
import { faultOf } from "../db/postgres-error.ts";
import {
  BATCH_RETRY_MAX,
  POST_MS_MIN,
  SERVER_RETRY_MAX,
  SKIP_LOCKED_MS,
} from "../domain/bounds.ts";
import type { MoneyCommand } from "../domain/command.ts";
import { BLOCKED, BUSY, outcomeText } from "../domain/command-text.ts";
import { type Clock, systemClock } from "../domain/instant.ts";
import { logLine } from "../log/log-line.ts";
import type { LimitsSettings } from "./find-and-lock.ts";
import { LedgerConnection } from "./ledger-connection.ts";
import { CommandExpired, type PendingCommand } from "./pending-command.ts";
import { postAlone } from "./post-alone.ts";
import { type DecidedBatch, postBatch } from "./post-batch.ts";
import { classifyFailure, type PostFailure } from "./post-failure.ts";
import { resolveCommit } from "./resolve-commit.ts";
import { waitBeforeRetry } from "./timers.ts";

/** The settings that a writer posts by. */
export interface WriterSettings extends DatabaseAddress {
  readonly limits: LimitsSettings;
}

type Batch = readonly PendingCommand[];

/**
 * The result of one attempt to post a batch:
 * - done: each command is answered, or a COMMIT that may have succeeded is being resolved.
 * - expired: a command's deadline passed before anything was sent to be committed.
 * - lost, unavailable, locked, conflict: see PostFailure.
 * - refused: the batch would fail again.
 * In all cases but the first, nothing was committed.
 */
type PostResult =
  | "done"
  | "expired"
  | Exclude<PostFailure["kind"], "refused" | "fault">
  | { readonly refused: unknown };

/** Retries after each result, before the failing command is isolated. */
const RETRIES_MAX: Readonly<Record<Exclude<PostResult, object>, number>> = {
  done: 0,
  expired: Infinity,
  lost: Infinity,
  // The second attempt does not wait for locks.
  locked: 1,
  conflict: BATCH_RETRY_MAX,
  unavailable: SERVER_RETRY_MAX,
};

const halvesOf = (batch: Batch): readonly [Batch, Batch] => {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
};

export class GroupCommit {
  readonly #settings: WriterSettings;
  readonly #connection: LedgerConnection;
  readonly #putBack: (batch: Batch) => void;
  readonly #clock: Clock;
  /** Until this time locked rows are skipped; later, statements wait for them. */
  #skipsLockedUntilMs = 0;

  /** `putBack` takes commands whose COMMIT turned out not to have succeeded, to post them again. */
  constructor(
    settings: WriterSettings,
    putBack: (batch: Batch) => void,
    clock: Clock = systemClock,
  ) {
    this.#settings = settings;
    this.#connection = new LedgerConnection(settings);
    this.#putBack = putBack;
    this.#clock = clock;
  }

  /** Posts a batch of money commands, or one command of another kind. Never rejects. */
  async post(batch: Batch): Promise<void> {
    const [first] = batch;
    if (!first) return;
    if (first.command.kind !== "money") return postAlone(this.#connection, first);
    const counts = new Map<PostResult, number>();
    for (let tried = 0; ; tried++) {
      const open = this.#expireLate(batch);
      if (open.length === 0) return;
      const result = await this.#postOnce(open);
      if (result === "done") return;
      if (typeof result === "object") return this.#split(open, result.refused);
      const count = (counts.get(result) ?? 0) + 1;
      counts.set(result, count);
      if (count > RETRIES_MAX[result]) return this.#isolate(open, result);
      // "lost" too: many short lock waits one after another can look like a connection without
      // answer.
      if (result === "locked" || result === "lost") this.#skipLocked();
      if (result !== "locked" && result !== "expired") await waitBeforeRetry(tried);
    }
  }

  /** Closes the connection. */
  close(): void {
    this.#connection.drop();
  }

  #skipLocked(): void {
    this.#skipsLockedUntilMs = this.#clock() + SKIP_LOCKED_MS;
  }

  /** Answers the commands that have too little time for another attempt, and returns the others. */
  #expireLate(batch: Batch): Batch {
    const atMs = this.#clock() + POST_MS_MIN;
    for (const pending of batch) pending.expire(atMs);
    return batch.filter(({ isOpen }) => isOpen);
  }

  async #postOnce(batch: Batch): Promise<PostResult> {
    let sent: DecidedBatch | null = null;
    try {
      const outcomes = await this.#connection.run((db, work) =>
        postBatch(db, batch as readonly (PendingCommand & { command: MoneyCommand })[], {
          nowMs: this.#clock(),
          limits: this.#settings.limits,
          skipsLocked: this.#clock() < this.#skipsLockedUntilMs,
          onDecided: (decided) => {
            if (batch.some(({ isOpen }) => !isOpen)) throw new CommandExpired();
            work.committing();
            if (decided.isReadOnly) return;
            sent = decided;
            for (const pending of batch) pending.isSent = true;
          },
        }),
      );
      if (outcomes.some(({ kind }) => kind === "blocked")) this.#skipLocked();
      batch.forEach((pending, i) => {
        const outcome = outcomes[i];
        pending.answer(outcome && outcome.kind !== "blocked" ? outcomeText(outcome) : BLOCKED);
      });
      return "done";
    } catch (error) {
      return this.#resultOf(error, batch, sent);
    }
  }

  #resultOf(error: unknown, batch: Batch, sent: DecidedBatch | null): PostResult {
    if (error instanceof CommandExpired) return "expired";
    const { kind, mayBeCommitted } = classifyFailure(error);
    const facts = { is_sent: sent !== null, commands: batch.length, fault: faultOf(error) };
    console.warn(logLine("batch_failed", { failure: kind, ...facts }));
    if (kind === "lost" || kind === "unavailable") this.#connection.drop();
    if (sent && mayBeCommitted) {
      void resolveCommit(this.#settings, batch, sent, this.#putBack);
      return "done";
    }
    for (const pending of batch) pending.isSent = false;
    return kind === "refused" || kind === "fault" ? { refused: error } : kind;
  }

  /**
   * Posts the two halves of a batch that Postgres refuses. A command that it refuses alone is
   * faulty.
   */
  async #split(batch: Batch, error: unknown): Promise<void> {
    if (batch.length === 1) {
      const fault = faultOf(error);
      return batch[0]?.answer(outcomeText({ kind: "faulty", fault }));
    }
    for (const half of halvesOf(batch)) await this.post(half);
  }

  /**
   * Finds the command for which a batch fails, by halves, and posts the others. If both halves
   * fail, they share the cause, such as a locked table: all of their commands are then answered as
   * blocked, and their wallets' objects send them again. A single command that fails for another
   * reason than a lock is busy.
   */
  async #isolate(batch: Batch, reason: Exclude<PostResult, object>): Promise<void> {
    if (batch.length === 1) {
      return batch[0]?.answer(reason === "locked" ? BLOCKED : BUSY);
    }
    if (reason === "locked") this.#skipLocked();
    const failing: Batch[] = [];
    for (const half of halvesOf(batch)) {
      const open = this.#expireLate(half);
      const result = open.length > 0 ? await this.#postOnce(open) : "done";
      if (result === reason) failing.push(open);
      else if (result !== "done") await this.post(open);
    }
    const [only, ...others] = failing;
    if (only && others.length === 0) return this.#isolate(only, reason);
    for (const pending of failing.flat()) pending.answer(BLOCKED);
  }
}
