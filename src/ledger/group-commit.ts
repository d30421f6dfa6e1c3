// How a batch reaches the ledger whatever happens on the way: rows that somebody else has locked are passed
// by, a batch that Postgres refuses is split until the culprit stands alone, a connection that is lost is
// opened again, and a COMMIT whose answer was lost is resolved before anybody is told.
import type { DatabaseAddress } from "../db/connect.ts";
import { failureOf, faultOf, postgresErrorOf } from "../db/postgres-error.ts";
import type { MoneyCommand } from "../domain/command.ts";
import { BLOCKED, outcomeText } from "../domain/command-text.ts";
import { BATCH_RETRY_MAX, SKIP_LOCKED_MS } from "../domain/limits.ts";
import { logLine } from "../log/log-line.ts";
import { ConnectionLost, LedgerConnection } from "./ledger-connection.ts";
import type { PendingCommand } from "./pending-command.ts";
import { postAlone } from "./post-alone.ts";
import { resolveCommit } from "./resolve-commit.ts";
import { waitBeforeRetry } from "./retry-wait.ts";
import { type Attempt, BatchFault, postBatch } from "./store.ts";

type Batch = readonly PendingCommand[];

// Another writer was just faster with the same command or key: the next try finds what it wrote.
const REPEATS: ReadonlySet<string> = new Set([
  "transactions_pkey",
  "transactions_reference_unique",
  "entries_pkey",
  "entries_wallet_id_seq_unique",
  "idempotency_keys_pkey",
]);

/**
 * What became of one try of a batch:
 * - done: each command is answered, or its commit is being resolved.
 * - expired: a command ran out of time before anything was sent; nothing has happened.
 * - locked: a lock or the statement's time stood in the way; nothing has happened.
 * - lost: the connection failed before anything was committed.
 * - repeated: lost against another transaction; the same may succeed now.
 * - refused: it would fail again.
 */
type Try = "done" | "expired" | "locked" | "lost" | "repeated" | { readonly refused: unknown };

/** A command of the batch was answered, because its time ran out, before anything was sent. */
class CommandExpired extends Error {
  override readonly name = "CommandExpired";
}

const halvesOf = (batch: Batch): readonly [Batch, Batch] => {
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
};

export class GroupCommit {
  readonly #address: DatabaseAddress;
  readonly #connection: LedgerConnection;
  readonly #putBack: (batch: Batch) => void;
  /** Until then (Unix time in milliseconds) locked rows are passed by rather than waited for. */
  #skipsLockedUntilMs = 0;

  /** `putBack` takes commands that turned out not to be committed, to post them again. */
  constructor(address: DatabaseAddress, putBack: (batch: Batch) => void) {
    this.#address = address;
    this.#connection = new LedgerConnection(address);
    this.#putBack = putBack;
  }

  /** Posts a batch of money commands, or one command that is posted alone. Never rejects. */
  async post(batch: Batch): Promise<void> {
    const [first] = batch;
    if (!first) return;
    if (first.command.kind !== "money") return postAlone(this.#connection, first);
    for (let tried = 0, repeated = 0; ; tried++) {
      const open = batch.filter(({ isOpen }) => isOpen);
      if (open.length === 0) return;
      const skipsLocked = Date.now() < this.#skipsLockedUntilMs;
      const result = await this.#try(open, skipsLocked);
      if (result === "done") return;
      if (typeof result === "object") return this.#split(open, result.refused);
      if (result === "locked" && skipsLocked) return this.#isolateLocked(open);
      if (result === "locked") this.#skipLocked();
      if (result === "repeated" && ++repeated > BATCH_RETRY_MAX) return this.#isolateLocked(open);
      if (result === "lost" || result === "repeated") await waitBeforeRetry(tried);
    }
  }

  /** Closes the connection. */
  close(): void {
    this.#connection.drop();
  }

  #skipLocked(): void {
    this.#skipsLockedUntilMs = Date.now() + SKIP_LOCKED_MS;
  }

  async #try(batch: Batch, skipsLocked: boolean): Promise<Try> {
    let sent: Attempt | null = null;
    try {
      const outcomes = await this.#connection.run((db, work) =>
        postBatch(db, batch as readonly (PendingCommand & { command: MoneyCommand })[], {
          nowMs: Date.now(),
          skipsLocked,
          onDecided: (attempt) => {
            if (batch.some(({ isOpen }) => !isOpen)) throw new CommandExpired();
            work.committing();
            if (attempt.isReadOnly) return;
            sent = attempt;
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
      return this.#failed(batch, error, sent);
    }
  }

  #failed(batch: Batch, error: unknown, sent: Attempt | null): Try {
    if (error instanceof CommandExpired) return "expired";
    if (error instanceof BatchFault) return { refused: error };
    const { nature, mayBeCommitted } = failureOf(error);
    const isLost = error instanceof ConnectionLost || nature === "unavailable";
    console.warn(
      logLine("batch_failed", {
        nature,
        is_sent: sent !== null,
        commands: batch.length,
        fault: faultOf(error),
      }),
    );
    if (isLost) this.#connection.drop();
    if (isLost && sent && (mayBeCommitted || error instanceof ConnectionLost)) {
      void resolveCommit(this.#address, batch, sent, this.#putBack);
      return "done";
    }
    for (const pending of batch) pending.isSent = false;
    if (isLost) return "lost";
    const postgres = postgresErrorOf(error);
    const isRepeat = postgres?.sqlstate === "23505" && REPEATS.has(postgres.constraint ?? "");
    if (isRepeat || postgres?.sqlstate.startsWith("40")) return "repeated";
    return nature === "contended" ? "locked" : { refused: error };
  }

  /** Posts both halves of a batch that Postgres refuses; a command that it refuses alone is the culprit. */
  async #split(batch: Batch, error: unknown): Promise<void> {
    if (batch.length === 1) {
      const fault = faultOf(error);
      return batch[0]?.answer(outcomeText({ kind: "faulty", fault }));
    }
    for (const half of halvesOf(batch)) await this.post(half);
  }

  /**
   * Finds the command whose lock stands in the way, though rows of wallets and people that are locked are
   * passed by. When both halves of a batch meet one, it is no single command's: a table is locked, and all
   * of them wait. They are answered as blocked, and their wallets' objects send them again.
   */
  async #isolateLocked(batch: Batch): Promise<void> {
    this.#skipLocked();
    const stuck: Batch[] = [];
    if (batch.length === 1) stuck.push(batch);
    else {
      for (const half of halvesOf(batch)) {
        const open = half.filter(({ isOpen }) => isOpen);
        const result = open.length > 0 ? await this.#try(open, true) : "done";
        if (result === "locked" || result === "repeated") stuck.push(open);
        else if (result !== "done") await this.post(open);
      }
    }
    const [only, ...others] = stuck;
    if (only && only.length > 1 && others.length === 0) return this.#isolateLocked(only);
    for (const pending of stuck.flat()) pending.answer(BLOCKED);
  }
}
