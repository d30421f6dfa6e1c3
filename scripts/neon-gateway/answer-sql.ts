import type { IncomingMessage, ServerResponse } from "node:http";
import pg from "pg";
import { reasonOf } from "../cli-error.ts";
import { readSqlRequest, Unanswerable } from "./read-sql-request.ts";
import { NotReached, runStatements } from "./run-statements.ts";
import { readUpstream, type Upstream } from "./upstream.ts";

// The fields that the driver copies into its NeonDbError.
const ERROR_FIELDS = [
  "severity",
  "code",
  "detail",
  "hint",
  "position",
  "internalPosition",
  "internalQuery",
  "where",
  "schema",
  "table",
  "column",
  "dataType",
  "constraint",
  "file",
  "line",
  "routine",
] as const;

const WAITING_MAX = 1000;
// The driver repeats one header with every request: it is parsed once.
const lastGood = new WeakMap<Upstream, string>();

/** Answers Neon's `POST /sql`, and everything else with 404. */
export async function answerSql(
  pool: pg.Pool,
  upstream: Upstream,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // The caller has gone: there is no answer, and the statements run to their end.
  for (const side of [request, response]) side.on("error", () => {});
  try {
    if (request.url !== "/sql") throw new Unanswerable(404, "only /sql and /v2 are here");
    if (request.method !== "POST") throw new Unanswerable(405, "POST only");
    checkCredentials(request.headers["neon-connection-string"], upstream);
    if (pool.waitingCount >= WAITING_MAX) throw new Unanswerable(503, "too many wait already");
    send(response, 200, await runStatements(pool, await readSqlRequest(request)));
  } catch (error) {
    const [status, body] = describe(error);
    // A body that was not read to its end would be taken for the next request.
    if (!request.complete && !response.headersSent) response.setHeader("connection", "close");
    send(response, status, body);
  }
}

/**
 * The pool's own credentials must not serve every process that finds the port: the caller names the same
 * user, password and database. (The host differs at will: there is only one Postgres.)
 */
function checkCredentials(header: string | string[] | undefined, upstream: Upstream): void {
  if (typeof header === "string" && header === lastGood.get(upstream)) return;
  const named = typeof header === "string" && URL.canParse(header) ? readUpstream(header) : null;
  const isSame =
    named?.user === upstream.user &&
    named.password === upstream.password &&
    named.database === upstream.database;
  if (!isSame) throw new Unanswerable(400, "Neon-Connection-String is not this gateway's");
  lastGood.set(upstream, `${header}`);
}

function describe(error: unknown): [status: number, body: object] {
  if (error instanceof Unanswerable) return [error.status, { message: error.message }];
  if (!(error instanceof pg.DatabaseError)) {
    const notReached = error instanceof NotReached && { code: "57P03", severity: "FATAL" };
    return [503, { message: `Postgres does not answer: ${reasonOf(error)}`, ...notReached }];
  }
  const body: Record<string, unknown> = { message: error.message };
  for (const field of ERROR_FIELDS) body[field] = error[field] ?? null;
  return [400, body];
}

function send(response: ServerResponse, status: number, body: object): void {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
