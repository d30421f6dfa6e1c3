import { createHash } from "node:crypto";
import type pg from "pg";
import type { SqlRequest, Statement } from "./read-sql-request.ts";

const asText = { getTypeParser: () => (value: string) => value };

// Texts that come again are prepared once a connection. Bounded: a caller that writes values into
// its texts would otherwise fill every connection with statements that nobody runs twice.
const NAMES_MAX = 256;
const SEEN_MAX = 4096;
const seen = new Set<string>();
const names = new Map<string, string>();

/** Runs a request's statements; a batch is one transaction. One round trip to Postgres each. */
export async function runStatements(pool: pg.Pool, request: SqlRequest): Promise<object> {
  try {
    return await run(pool, request, prepared);
  } catch (error) {
    // A prepared statement whose tables were changed since. Postgres raises this before it runs
    // the statement, and a batch was rolled back: nothing happens twice.
    const { code, routine } = error as pg.DatabaseError;
    if (code !== "0A000" || routine !== "RevalidateCachedQuery") throw error;
    for (const { query } of request.statements) names.set(query, "");
    return run(pool, request, unprepared);
  }
}

type ToQuery = (statement: Statement) => pg.QueryArrayConfig;

async function run(pool: pg.Pool, request: SqlRequest, toQuery: ToQuery): Promise<object> {
  const [only] = request.statements;
  if (request.begin === null && only) return toNeon(await pool.query(toQuery(only)));
  const client = await pool.connect();
  // All sent at once. After a failure Postgres skips the rest, and COMMIT then rolls back.
  const answers = await Promise.allSettled([
    client.query(request.begin ?? "BEGIN"),
    ...request.statements.map((statement) => client.query(toQuery(statement))),
    client.query("COMMIT"),
  ]);
  const failed = answers.find((answer) => answer.status === "rejected");
  // Whatever state a failure leaves the connection in, the next request shall not inherit it.
  client.release(failed !== undefined);
  if (failed) throw failed.reason;
  const results = answers.slice(1, -1) as PromiseFulfilledResult<pg.QueryArrayResult>[];
  return { results: results.map(({ value }) => toNeon(value)) };
}

function unprepared({ query, params }: Statement) {
  return {
    text: query,
    values: params,
    rowMode: "array" as const,
    // As Neon: one statement a text, even without parameters.
    queryMode: "extended" as const,
    types: asText,
  };
}

function prepared(statement: Statement) {
  return { ...unprepared(statement), name: nameOf(statement.query) };
}

/** The name to prepare this text under; "" leaves it unprepared. */
function nameOf(query: string): string {
  const known = names.get(query);
  if (known !== undefined) return known;
  if (!seen.delete(query)) {
    if (seen.size >= SEEN_MAX) seen.clear();
    seen.add(query);
    return "";
  }
  if (names.size >= NAMES_MAX) return "";
  const name = createHash("sha256").update(query).digest("base64url");
  names.set(query, name);
  return name;
}

function toNeon({ command, rowCount, rows, fields }: pg.QueryArrayResult): object {
  return { command, rowCount, rows, fields, rowAsArray: true };
}
