import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

export interface Statement {
  readonly query: string;
  readonly params: unknown[];
}

export interface SqlRequest {
  readonly statements: readonly Statement[];
  /** The BEGIN of a batch; null for a single statement, which needs no transaction of its own. */
  readonly begin: string | null;
}

/** A request that is refused before Postgres sees it. */
export class Unanswerable extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

// Neon's own limit of a request.
const BODY_BYTES_MAX = 10 * 1024 * 1024;
const STATEMENTS_MAX = 1000;
const ISOLATION_LEVELS = new Map([
  ["ReadUncommitted", "READ UNCOMMITTED"],
  ["ReadCommitted", "READ COMMITTED"],
  ["RepeatableRead", "REPEATABLE READ"],
  ["Serializable", "SERIALIZABLE"],
]);

/** Reads and checks the body and headers of POST /sql. */
export async function readSqlRequest(request: IncomingMessage): Promise<SqlRequest> {
  const body = parseBody(await readBody(request));
  if (!("queries" in body)) return { statements: [readStatement(body)], begin: null };
  if (!Array.isArray(body.queries) || body.queries.length > STATEMENTS_MAX) {
    throw new Unanswerable(400, `queries must be an array of at most ${STATEMENTS_MAX}`);
  }
  return { statements: body.queries.map(readStatement), begin: beginOf(request.headers) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) throw new Unanswerable(413, "request is larger than 10 MiB");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseBody(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) return body;
  } catch {
    // The error is thrown below.
  }
  throw new Unanswerable(400, "request body must be a JSON object");
}

function readStatement(value: unknown): Statement {
  const { query, params = [] } = (value ?? {}) as Partial<Statement>;
  if (typeof query !== "string" || !Array.isArray(params)) {
    throw new Unanswerable(400, "a statement needs a query text and an array of params");
  }
  return { query, params };
}

function beginOf(headers: IncomingHttpHeaders): string {
  const level = headers["neon-batch-isolation-level"];
  const isolation = ISOLATION_LEVELS.get(`${level}`);
  if (level !== undefined && !isolation) throw new Unanswerable(400, "unknown isolation level");
  const words = ["BEGIN"];
  if (isolation) words.push("ISOLATION LEVEL", isolation);
  if (headers["neon-batch-read-only"] === "true") words.push("READ ONLY");
  if (headers["neon-batch-deferrable"] === "true") words.push("DEFERRABLE");
  return words.join(" ");
}
