// How a whole column of values crosses to Postgres: as one array parameter, whatever its length.
import { type SQL, sql } from "drizzle-orm";

/** One parameter that holds all the values; cast it in the statement: `${arrayParameter(ids)}::uuid[]`. */
export function arrayParameter(values: readonly (string | number | boolean | null)[]): SQL {
  return sql`${sql.param(values)}`;
}
