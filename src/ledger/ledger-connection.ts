// A Postgres connection of a writer: opened when there is work, used by one transaction at a time, given
// up when it is lost or silent, closed when it has been idle (an open socket pins the object in memory).
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
import { WRITE_DECISION } from "./write-decision.ts";

const SETTINGS = {
  application_name: "mahfaza-writer",
  synchronous_commit: "on",
  // A transaction whose writer is gone must not keep its locks: Postgres ends it after these waits.
  idle_in_transaction_session_timeout: "5s",
  lock_timeout: `${LOCK_WAIT_MS_MAX}ms`,
  statement_timeout: `${STATEMENT_MS_MAX}ms`,
  // A writer looks rows up by their keys, whatever the size of the tables. Plans made while the tables
  // were empty stay with a long connection, its foreign-key checks' too: none may scan or hash a table.
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  enable_material: "off",
};

/** The connection could not be opened, ended, or did not answer in time while work was under way on it. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
}

/** How soon after the driver's error the end of its connection is told. */
const ENDED_MS_MAX = 50;
const sleep = (ms: number) => new Promise<false>((resolve) => setTimeout(resolve, ms, false));

/** What the work on a connection tells about itself. */
export interface Work {
  /** The last statement is sent now, and COMMIT with it: from here on it may take COMMIT_MS_MAX. */
  committing(): void;
}

export class LedgerConnection {
  readonly #address: DatabaseAddress;
  #open: SocketConnection | null = null;
  /** Ends the work under way; null while there is none. */
  #giveUp: ((why: string) => void) | null = null;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: DatabaseAddress) {
    this.#address = address;
  }

  /**
   * Runs one transaction's worth of work; one at a time, which is the caller's to see to. Throws
   * ConnectionLost when the connection could not be opened or did not survive, or when Postgres was silent
   * for TRANSACTION_MS_MAX before the last statement or COMMIT_MS_MAX after it. Anything else that it throws
   * is Postgres' own error, or a fault of the work.
   */
  async run<T>(work: (db: SocketDatabase, work: Work) => Promise<T>): Promise<T> {
    clearTimeout(this.#idleTimer);
    const connection = await this.#connect();
    const lost = Promise.withResolvers<never>();
    // The rejection of the promise that loses the race is ignored on purpose.
    lost.promise.catch(() => undefined);
    let isOver = false;
    this.#giveUp = (why) => lost.reject(new ConnectionLost(why));
    let timer = this.#silenceTimer(TRANSACTION_MS_MAX);
    const committing = () => {
      if (isOver) throw new ConnectionLost("the work went on after it was given up");
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

  /** Gives the connection up, so that the next work opens another. Work under way is lost. */
  drop(): void {
    clearTimeout(this.#idleTimer);
    const connection = this.#open;
    this.#open = null;
    connection?.close();
    this.#giveUp?.("the connection was given up");
  }

  /** The driver's error for a connection that ends names no SQLSTATE, as a fault of ours does not. */
  async #faultOf(error: unknown, { ended }: SocketConnection): Promise<unknown> {
    if (error instanceof ConnectionLost || postgresErrorOf(error)) return error;
    const isEnded = await Promise.race([ended.then(() => true), sleep(ENDED_MS_MAX)]);
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
