import pg from "pg";
import type { Deadlines } from "./deadlines.ts";
import type { Upstream } from "./upstream.ts";

/** Connections whose values stay text, as Neon-Raw-Text-Output asks; the driver parses them. */
export function openPool(upstream: Upstream, max: number, deadlines: Deadlines): pg.Pool {
  const { tls, ...where } = upstream;
  const pool = new pg.Pool({
    ...where,
    ssl: tls ?? false,
    max,
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: deadlines.connectMs,
    lock_timeout: deadlines.lockMs,
    statement_timeout: deadlines.statementMs,
    query_timeout: deadlines.answerMs,
    idleTimeoutMillis: 60_000,
    application_name: "neon-gateway",
    Client: clientThatEndsWithin(deadlines.endMs),
  } as pg.PoolConfig);
  // An idle connection that dies is replaced by the pool; its error concerns no request.
  pool.on("error", () => {});
  return pool;
}

function clientThatEndsWithin(endMs: number): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // The queries in flight are rejected with it. Unheard, the error of a connection that is checked
      // out, or dies a second time, would end the process.
      this.on("error", () => {});
    }

    override end(): Promise<void>;
    override end(callback: (error: Error) => void): void;
    override end(callback?: (error: Error) => void): Promise<void> | undefined {
      const { stream } = (this as unknown as { connection: { stream: { destroy(): void } } })
        .connection;
      // Postgres may never close its side, and the pool waits for it.
      const timer = setTimeout(() => stream.destroy(), endMs);
      this.once("end", () => clearTimeout(timer));
      if (callback) super.end(callback);
      else return super.end();
    }
  };
}
