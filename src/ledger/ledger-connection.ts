// A writer's Postgres connection. It is opened for the first transaction, used by one transaction
// at a time, dropped when it fails or does not answer, and closed when idle (an open socket keeps
// the object in memory).
import {
  connectSocket,
  type DatabaseAddress,
  type SocketConnection,
  type SocketDatabase,
} from "../db/connect.ts";
import { postgresErrorOf } from "../db/postgres-error.ts";
import {
  COMMIT_MS_MAX,
  LOCK_WAIT_MS_MAX,
  STATEMENT_MS_MAX,
  TRANSACTION_MS_MAX,
  WRITER_IDLE_SECONDS,
} from "../domain/bounds.ts";
import { WRITE_DECISION } from "./write-decision-statement.ts";

const SETTINGS = {
  application_name: "mahfaza-writer",
  synchronous_commit: "on",
  // If the writer is gone, its transaction must not keep its locks: Postgres ends it after these
  // timeouts.
  idle_in_transaction_session_timeout: "5s",
  lock_timeout: `${LOCK_WAIT_MS_MAX}ms`,
  statement_timeout: `${STATEMENT_MS_MAX}ms`,
  // A writer finds all rows by key. A long connection keeps the plans that were made while the
  // tables were empty, also those of foreign-key checks, so no plan may scan or hash a table.
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  enable_material: "off",
};

/**
 * The connection could not be opened, it ended during a transaction, or Postgres did not answer in
 * time.
 */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
}

/**
 * The longest time between the driver's error for a query and its event for the end of the
 * connection.
 */
const END_EVENT_MS_MAX = 50;
const sleep = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false));

/** What the code of a transaction reports to its connection. */
export interface Work {
  /**
   * The last statement is sent now, together with COMMIT: from now on COMMIT_MS_MAX is the timeout.
   */
  committing(): void;
}

export class LedgerConnection {
  readonly #address: DatabaseAddress;
  #open: SocketConnection | null = null;
  /** Rejects the running transaction; null while none runs. */
  #giveUp: ((why: string) => void) | null = null;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: DatabaseAddress) {
    this.#address = address;
  }

  /**
   * Runs the code of one transaction. The caller must not run two at a time. Throws ConnectionLost
   * if the connection cannot be opened or ends, or if Postgres does not answer within
   * TRANSACTION_MS_MAX before the last statement or within COMMIT_MS_MAX after it. Any other error
   * is from Postgres, or a fault of `work`.
   */
  async run<T>(work: (db: SocketDatabase, work: Work) => Promise<T>): Promise<T> {
    clearTimeout(this.#idleTimer);
    const connection = await this.#connect();
    const lost = Promise.withResolvers<never>();
    // Without a handler, the rejection of the promise that loses the race would count as unhandled.
    lost.promise.catch(() => undefined);
    let isOver = false;
    this.#giveUp = (why) => lost.reject(new ConnectionLost(why));
    let timer = this.#silenceTimer(TRANSACTION_MS_MAX);
    const committing = () => {
      if (isOver) throw new ConnectionLost("the transaction was given up before it committed");
      clearTimeout(timer);
      timer = this.#silenceTimer(COMMIT_MS_MAX);
    };
    const answer = work(connection.db, { committing });
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, lost.promise]);
    } catch (error) {
      const fault = await this.#faultOf(error, connection);
      if (fault instanceof ConnectionLost) this.drop();
      throw fault;
    } finally {
      isOver = true;
      clearTimeout(timer);
      this.#giveUp = null;
      this.#closeWhenIdle();
    }
  }

  /** Closes the connection; the next transaction opens a new one. A running transaction rejects. */
  drop(): void {
    clearTimeout(this.#idleTimer);
    const connection = this.#open;
    this.#open = null;
    connection?.close();
    this.#giveUp?.("the connection was dropped");
  }

  /**
   * Without a SQLSTATE, the error is either the driver's error for an ended connection or a fault
   * of the service's code. The end event of the connection tells which.
   */
  async #faultOf(error: unknown, { ended }: SocketConnection): Promise<unknown> {
    if (error instanceof ConnectionLost || postgresErrorOf(error)) return error;
    const isEnded = await Promise.race([ended.then(() => true), sleep(END_EVENT_MS_MAX)]);
    return isEnded ? new ConnectionLost("the connection ended", { cause: error }) : error;
  }

  #silenceTimer(ms: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#giveUp?.("Postgres did not answer in time"), ms);
  }

  async #connect(): Promise<SocketConnection> {
    if (this.#open) return this.#open;
    const options = { closing: new Set([WRITE_DECISION]), settings: SETTINGS };
    const connection = await connectSocket(this.#address, options).catch((cause) => {
      throw new ConnectionLost("no connection to Postgres", { cause });
    });
    this.#open = connection;
    void connection.ended.then(() => {
      if (this.#open !== connection) return;
      this.#open = null;
      this.#giveUp?.("the connection to Postgres ended");
    });
    return connection;
  }

  #closeWhenIdle(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.drop(), WRITER_IDLE_SECONDS * 1_000);
  }
}
