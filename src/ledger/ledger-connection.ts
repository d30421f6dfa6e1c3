// A writer's one Postgres connection: opened when there is work, used by one piece of work at a time,
// given up when it is lost, closed when it has been idle (an open socket pins the object in memory).
import { sql } from "drizzle-orm";
import type { SocketDatabase } from "../db/connect.ts";
import { connectSocket, type DatabaseAddress, type SocketConnection } from "../db/connect.ts";
import { WORK_SECONDS_MAX, WRITER_IDLE_SECONDS } from "../domain/limits.ts";
import { WRITE_DECISION } from "./write-decision.ts";

const SETTINGS = {
  application_name: "mahfaza-writer",
  synchronous_commit: "on",
  // A transaction whose writer is gone must not keep its locks: Postgres ends it after these waits.
  idle_in_transaction_session_timeout: "5s",
  lock_timeout: "10s",
  statement_timeout: "12s",
  // A writer looks rows up by their keys, whatever the size of the tables. Plans made while the tables
  // were empty stay with a long connection, its foreign-key checks' too: none may scan or hash a table.
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
  enable_material: "off",
};

/** The connection ended, or did not answer in time, while work was under way on it. */
export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
}

export class LedgerConnection {
  readonly #address: DatabaseAddress;
  #turn: Promise<unknown> = Promise.resolve();
  #open: SocketConnection | null = null;
  /** Ends the work under way; null while there is none. */
  #giveUp: ((why: string) => void) | null = null;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: DatabaseAddress) {
    this.#address = address;
  }

  /** Waits for its turn and has the connection to itself for the whole of `work`. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.then(
      () => this.#closeWhenIdle(),
      () => this.#closeWhenIdle(),
    );
    return result;
  }

  /** Runs one transaction's worth of work. Throws ConnectionLost when the connection did not survive. */
  async run<T>(work: (db: SocketDatabase) => Promise<T>): Promise<T> {
    clearTimeout(this.#idleTimer);
    const connection = await this.#connect();
    const lost = Promise.withResolvers<never>();
    this.#giveUp = (why) => lost.reject(new ConnectionLost(why));
    const timer = setTimeout(
      this.#giveUp,
      WORK_SECONDS_MAX * 1_000,
      "Postgres did not answer in time",
    );
    const answer = work(connection.db);
    // Whichever of the two comes second is heard by nobody, and that is no fault.
    answer.catch(() => undefined);
    lost.promise.catch(() => undefined);
    try {
      return await Promise.race([answer, lost.promise]);
    } catch (error) {
      if (error instanceof ConnectionLost) this.drop();
      throw error;
    } finally {
      clearTimeout(timer);
      this.#giveUp = null;
    }
  }

  /** Gives the connection up, so that the next work opens another. */
  drop(): void {
    const connection = this.#open;
    this.#open = null;
    // It is lost or unwanted: whether its goodbye arrives makes no difference.
    connection?.close().catch(() => undefined);
  }

  async #connect(): Promise<SocketConnection> {
    if (this.#open) return this.#open;
    const connection = await connectSocket(this.#address, new Set([WRITE_DECISION]));
    try {
      await connection.db.execute(sql`
        SELECT count(set_config(name, value, false))
        FROM unnest(${sql.param(Object.keys(SETTINGS))}::text[], ${sql.param(Object.values(SETTINGS))}::text[])
          AS settings (name, value)`);
    } catch (error) {
      void connection.close();
      throw error;
    }
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
