// How moments in microseconds cross to Postgres and back: the driver's own Date would cut them to milliseconds.
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** The timestamptz of microseconds since 1970; exact until the year 2255. */
export function timestampOf(micros: bigint | SQLWrapper): SQL {
  const text = typeof micros === "bigint" ? micros.toString() : micros;
  return sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')`;
}

/** A timestamptz as RFC 3339 in UTC with six decimals. */
export function rfc3339(timestamp: SQLWrapper): SQL<string> {
  return sql<string>`to_char(${timestamp} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
