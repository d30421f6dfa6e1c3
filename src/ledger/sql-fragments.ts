// Parts of SQL statements that several files of the ledger use.
import { type SQL, sql } from "drizzle-orm";
import { unixMsTextOf } from "../db/instant.ts";
import { REFERENCE_ALPHABET, REFERENCE_LENGTH } from "../domain/reference.ts";

/**
 * All values as one array parameter, so that the statement's text does not depend on their number.
 * The statement must cast it: `${arrayParameter(ids)}::uuid[]`.
 */
export function arrayParameter(values: readonly (string | number | boolean | null)[]): SQL {
  return sql`${sql.param(values)}`;
}

/**
 * The effective status of wallet `w`: a wallet whose freeze has ended is active, even before the
 * job resets its row. It reads the wallet's own row only: after a wait for the row's lock Postgres
 * reads that row again, but no row of another table.
 */
export const STATUS_NOW = sql`CASE WHEN w.status = 'frozen' AND w.frozen_until <= now()
  THEN 'active' ELSE w.status END`;

/** The time at which the statement began, as text: milliseconds since 1970. */
export const databaseMs = unixMsTextOf(sql`statement_timestamp()`);

const REFERENCE_GROUP_LENGTH = 4;

/**
 * The reference that `referenceOf` returns, as an SQL expression over the SQL of prefix, id and
 * created_at. For statements over millions of rows.
 */
export function referenceSql(prefix: string, id: string, createdAt: string): string {
  // Five bits for each character, the highest first, and a dash before each group of four.
  const characters = Array.from({ length: REFERENCE_LENGTH }, (_, i) => {
    const shift = 5 * (REFERENCE_LENGTH - 1 - i);
    const character = `chr(get_byte('${REFERENCE_ALPHABET}'::bytea, ((bits >> ${shift}) & 31)::int))`;
    return i % REFERENCE_GROUP_LENGTH === 0 ? `'-' || ${character}` : character;
  });
  const random = `('x0' || right(translate(${id}::text, '-', ''), 15))::bit(64)::bigint`;
  // OFFSET 0 prevents Postgres from computing the bits again for each character.
  return `${prefix} || to_char(${createdAt} AT TIME ZONE 'UTC', '-YYMMDD')
    || (SELECT ${characters.join(" || ")} FROM (SELECT ${random} AS bits OFFSET 0) AS numbered)`;
}
