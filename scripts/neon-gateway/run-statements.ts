import { createHash } from "node:crypto";
import pg from "pg";
import { reasonOf } from "../cli-error.ts";
import type { SqlRequest, Statement } from "./read-sql-request.ts";

const asText = { getTypeParser: () => (value: string) => value };

// Texts that come again are prepared once a connection. Bounded: a caller that writes values into
// its texts would otherwise fill every connection with statements that run once.
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

/** No connection to Postgres was to be had, so no statement was sent. */
export class NotReached extends Error {}

type ToQuery = (statement: Statement) => pg.QueryArrayConfig;

async function run(pool: pg.Pool, request: SqlRequest, toQuery: ToQuery): Promise<object> {
  const [only] = request.statements;
  const client = await pool.connect().catch((cause: unknown) => {
    throw new NotReached(reasonOf(cause), { cause });
  });
  if (request.begin === null && only) {
    const [result] = await runAll(client, [toQuery(only)], isLost);
    return toNeon(result as pg.QueryArrayResult);
  }
  // After a failure Postgres skips the rest, and COMMIT then rolls back. The next request must not
  // be affected by the state that this leaves the connection in.
  const statements = [request.begin ?? "BEGIN", ...request.statements.map(toQuery), "COMMIT"];
  const results = await runAll(client, statements, () => true);
  return { results: results.slice(1, -1).map(toNeon) };
}

/** Sends all at once and waits for each; throws the first failure, and decides by it on the connection. */
async function runAll(
  client: pg.PoolClient,
  statements: readonly (string | pg.QueryArrayConfig)[],
  isSpoiledBy: (failure: unknown) => boolean,
): Promise<pg.QueryArrayResult[]> {
  const answers = await Promise.allSettled(
    statements.map((statement) => client.query(statement as pg.QueryArrayConfig)),
  );
  const failed = answers.find((answer) => answer.status === "rejected");
  client.release(failed !== undefined && isSpoiledBy(failed.reason));
  if (!failed) {
    return answers.map((answer) => (answer as PromiseFulfilledResult<pg.QueryArrayResult>).value);
  }
  // What Postgres says at the end of a connection is no answer to the statement, which may have been
  // committed: the caller must not take its code for one.
  if (isLost(failed.reason)) throw new Error(reasonOf(failed.reason), { cause: failed.reason });
  throw failed.reason;
}

/** Whether the connection failed, not the statement. */
function isLost(failure: unknown): boolean {
  return !(failure instanceof pg.DatabaseError) || /^(FATAL|PANIC)$/.test(failure.severity ?? "");
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
