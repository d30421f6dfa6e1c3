// How a writer's statements reach Postgres: written out once, and by name, so that each is parsed and
// planned once for a connection, not once for a batch.
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { SocketDatabase } from "../db/connect.ts";

/** Drizzle's transaction on a writer's connection. */
export type LedgerTransaction = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

/** Runs a statement with a value for each of its placeholders; a missing one is a fault. */
export type PreparedStatement<Row> = (
  tx: LedgerTransaction,
  values: Readonly<Record<string, unknown>>,
) => Promise<Row[]>;

/** Writes a statement out. One name must always stand for one text. */
export function prepareStatement<Row>(name: string, statement: SQL): PreparedStatement<Row> {
  const query = new PgDialect().sqlToQuery(statement);
  return async (tx, values) => {
    const prepared = tx._.session.prepareQuery(query, undefined, name, false);
    return ((await prepared.execute(values)) as { rows: Row[] }).rows;
  };
}
