// A writer's prepared statements: their SQL is built once, and Postgres parses and plans each one
// once per connection instead of once per batch.
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { SocketDatabase } from "../db/connect.ts";

/** Drizzle's transaction on a writer's connection. */
export type LedgerTransaction = Parameters<Parameters<SocketDatabase["transaction"]>[0]>[0];

/** Runs a statement with values for its placeholders. Throws if a value is missing. */
export type PreparedStatement<Row> = (
  tx: LedgerTransaction,
  values: Readonly<Record<string, unknown>>,
) => Promise<Row[]>;

/** Builds the SQL of a statement. Two statements must not have the same name. */
export function prepareStatement<Row>(name: string, statement: SQL): PreparedStatement<Row> {
  const query = new PgDialect().sqlToQuery(statement);
  return async (tx, values) => {
    const prepared = tx._.session.prepareQuery(query, undefined, name, false);
    return ((await prepared.execute(values)) as { rows: Row[] }).rows;
  };
}
