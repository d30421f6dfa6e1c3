// How a writer's statements reach Postgres: by name, so that each is parsed and planned once for a
// connection, not once for a batch.
import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { LedgerTransaction } from "./store.ts";

const dialect = new PgDialect();

export interface Executed<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

/**
 * Runs a statement under a name. One name must always stand for one text: parameters may differ, and
 * arrays may be of any length.
 */
export async function executePrepared<Row>(
  tx: LedgerTransaction,
  name: string,
  statement: SQL,
): Promise<Executed<Row>> {
  const query = tx._.session.prepareQuery(dialect.sqlToQuery(statement), undefined, name, false);
  return (await query.execute()) as Executed<Row>;
}
