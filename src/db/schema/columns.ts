import { type Column, type SQL, sql } from "drizzle-orm";
import { customType } from "drizzle-orm/pg-core";

/** A bytea column whose value in the service is lower-case hex. */
export const hexBytes = customType<{ data: string; driverData: string | Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (hex) => `\\x${hex}`,
  fromDriver: (value) =>
    typeof value === "string"
      ? value.replace(/^\\x/, "")
      : [...value].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
});

/**
 * A CHECK for a column with a closed list of values, so that SQL written by hand must respect it,
 * too.
 */
export function oneOf(column: Column, values: readonly string[]): SQL {
  return sql`${column} IN (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}
