// SQL that passes times to and from Postgres. Those of the ledger are in microseconds, which the
// driver's Date would cut to milliseconds.
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { MicrosText, UnixMicros } from "../domain/instant.ts";

/** Microseconds since 1970 as a timestamptz; exact until the year 2255. */
export function timestampOf(micros: UnixMicros | SQLWrapper): SQL {
  const text = typeof micros === "bigint" ? micros.toString() : micros;
  return sql`(timestamptz 'epoch' + ${text}::bigint * interval '1 microsecond')`;
}

/** A timestamptz as RFC 3339 in UTC with six decimals. */
export function rfc3339(timestamp: SQLWrapper): SQL<MicrosText> {
  return sql<MicrosText>`to_char(${timestamp} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** A timestamptz as milliseconds since 1970: a number that may have a fraction. */
export function unixMsOf(timestamp: SQLWrapper): SQL {
  return sql`(extract(epoch FROM ${timestamp}) * 1000)::float8`;
}

/** A timestamptz as whole milliseconds since 1970, rounded down, as text. */
export function unixMsTextOf(timestamp: SQLWrapper): SQL {
  return sql`floor(extract(epoch FROM ${timestamp}) * 1000)::bigint::text`;
}
