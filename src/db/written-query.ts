import { fillPlaceholders, type Query, type SQL, sql } from "drizzle-orm";
import type { NeonHttpQueryResult } from "drizzle-orm/neon-http";
import { PgDialect } from "drizzle-orm/pg-core";
import { PgRaw } from "drizzle-orm/pg-core/query-builders/raw";
import type { HttpDatabase } from "./connect.ts";

/** A statement that was written out once, with placeholders for what differs from one call to the next. */
export type WrittenQuery<Row> = Query & { readonly __row?: Row };

const dialect = new PgDialect();

/** Writes a statement out. Drizzle takes a fifth of a read's CPU to do it for each request. */
export function writeQuery<Row>(statement: SQL): WrittenQuery<Row> {
  return dialect.sqlToQuery(statement);
}

/** A written statement with its values, to be awaited or to stand in a batch; a missing value is a fault. */
export function runQuery<Row>(
  db: HttpDatabase,
  written: WrittenQuery<Row>,
  values: Readonly<Record<string, unknown>>,
): PgRaw<NeonHttpQueryResult<Row>> {
  const query = { ...written, params: fillPlaceholders(written.params, values) };
  const prepared = db._.session.prepareQuery(query, undefined, undefined, false);
  return new PgRaw<NeonHttpQueryResult<Row>>(
    () => prepared.execute() as Promise<NeonHttpQueryResult<Row>>,
    sql.empty(),
    query,
    (result) => prepared.mapResult(result, true),
  );
}
