import { type Column, type SQL, sql } from "drizzle-orm";

/** A column's closed list as a CHECK: what is written in SQL by hand is held to it, too. */
export function oneOf(column: Column, values: readonly string[]): SQL {
  return sql`${column} IN (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}
