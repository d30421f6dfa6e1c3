// How a batch reaches the ledger whatever happens on the way: rows that somebody else has locked are passed
// by, a batch that Postgres refuses is split until the culprit stands alone, a connection that is lost is
// opened again, and a COMMIT whose answer was lost is resolved before anybody is told.
import type { DatabaseAddress } from "../db/connect.ts";
import { failureOf, faultOf, postgresErrorOf } from "../db/postgres-error.ts";
import { BATCH_RETRY_MAX, SERVER_RETRY_MAX, SKIP_LOCKED_MS, TRY_MS_MIN } from "../domain/bounds.ts";
import type { MoneyCommand } from "../domain/command.ts";
import { BLOCKED, BUSY, outcomeText } from "../domain/command-text.ts";
import { logLine } from "../log/log-line.ts";
import { ConnectionLost, LedgerConnection } from "./ledger-connection.ts";
import { CommandExpired, type PendingCommand } from "./pending-command.ts";
import { postAlone } from "./post-alone.ts";
import { resolveCommit } from "./resolve-commit.ts";
import { waitBeforeRetry } from "./retry-wait.ts";
import { type Attempt, postBatch } from "./store.ts";

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
 * - done: each command is answered, or its commit, which may have happened, is being resolved.
 * - expired: a command ran out of time before anything was sent.
 * - lost: the connection failed.
 * - locked: a lock or the statement's time stood in the way.
 * - repeated: lost against another transaction; the same may succeed now.
 * - unavailable: Postgres answered that something is wrong with itself.
 * - refused: it would fail again.
 * In all but the first, nothing was committed.
 */
type Try =
  | "done"
  | "expired"
  | "lost"
  | "locked"
  | "repeated"
  | "unavailable"
  | { readonly refused: unknown };

/** How often each is tried before the culprit is looked for. */
const TRIES_MAX: Readonly<Record<Exclude<Try, object>, number>> = {
  done: 0,
  expired: Infinity,
  lost: Infinity,
  // The second try does not wait for locks.
  locked: 1,
  repeated: BATCH_RETRY_MAX,
  unavailable: SERVER_RETRY_MAX,
};

/** The commands that still wait for an answer, and have time for a try. */
function stillOpen(batch: Batch): Batch {
  const soonMs = Date.now() + TRY_MS_MIN;
  for (const pending of batch) pending.expire(soonMs);
  return batch.filter(({ isOpen }) => isOpen);
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
    const tries = new Map<Try, number>();
    for (let tried = 0; ; tried++) {
      const open = stillOpen(batch);
      if (open.length === 0) return;
      const result = await this.#try(open);
      if (result === "done") return;
      if (typeof result === "object") return this.#split(open, result.refused);
      const count = (tries.get(result) ?? 0) + 1;
      tries.set(result, count);
      if (count > TRIES_MAX[result]) return this.#isolate(open, result);
      // Silence may be many waits for locks, each of them short.
      if (result === "locked" || result === "lost") this.#skipLocked();
      if (result !== "locked" && result !== "expired") await waitBeforeRetry(tried);
    }
  }

  /** Closes the connection. */
  close(): void {
    this.#connection.drop();
  }

  #skipLocked(): void {
    this.#skipsLockedUntilMs = Date.now() + SKIP_LOCKED_MS;
  }

  async #try(batch: Batch): Promise<Try> {
    const skipsLocked = Date.now() < this.#skipsLockedUntilMs;
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
    const postgres = postgresErrorOf(error);
    const isLostConnection = error instanceof ConnectionLost;
    const isFaultOfOurs = !postgres && !isLostConnection;
    const { nature, mayBeCommitted } = failureOf(error);
    const isLost = !isFaultOfOurs && (isLostConnection || nature === "unavailable");
    const facts = { is_sent: sent !== null, commands: batch.length, fault: faultOf(error) };
    console.warn(logLine("batch_failed", { nature, ...facts }));
    if (isLost) this.#connection.drop();
    if (sent && (mayBeCommitted || isLostConnection)) {
      void resolveCommit(this.#address, batch, sent, this.#putBack);
      return "done";
    }
    for (const pending of batch) pending.isSent = false;
    if (isLost) return isLostConnection ? "lost" : "unavailable";
    if (isFaultOfOurs) return { refused: error };
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
   * Finds the command for which a batch fails, by halves, and posts the others. If both halves fail, the
   * cause is shared, such as a locked table, and all of them wait. Commands that wait are answered as
   * blocked: their wallets' objects send them again. One that fails alone for another reason is busy.
   */
  async #isolate(batch: Batch, reason: Exclude<Try, object>): Promise<void> {
    if (batch.length === 1) {
      return batch[0]?.answer(reason === "locked" ? BLOCKED : BUSY);
    }
    if (reason === "locked") this.#skipLocked();
    const stuck: Batch[] = [];
    for (const half of halvesOf(batch)) {
      const open = stillOpen(half);
      const result = open.length > 0 ? await this.#try(open) : "done";
      if (result === reason) stuck.push(open);
      else if (result !== "done") await this.post(open);
    }
    const [only, ...others] = stuck;
    if (only && others.length === 0) return this.#isolate(only, reason);
    for (const pending of stuck.flat()) pending.answer(BLOCKED);
  }
}
