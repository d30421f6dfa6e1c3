import { dereference, type Schema, validate } from "@cfworker/json-schema";
import { createApp } from "../../src/http/app.ts";
import { openApiDocument } from "../../src/http/openapi.ts";

const ROOT = "https://mahfaza.example/openapi.json";

interface Answer {
  readonly headers: readonly string[];
  /** By media type; empty for an answer without a body. */
  readonly schemas: ReadonlyMap<string, Schema>;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly answers: ReadonlyMap<number, Answer>;
}

type Json = Record<string, unknown>;
type Content = Record<string, { schema: Json }>;

/** The document, a copy that a test may change. */
export const documentOf = () => JSON.parse(JSON.stringify(openApiDocument(createApp())));

/** Refuses properties that a schema does not name; a problem is open here and closed by its operation. */
function closed(value: unknown, isOpen = false): unknown {
  if (Array.isArray(value)) return value.map((item) => closed(item));
  if (typeof value !== "object" || value === null) return value;
  const { allOf, ...rest } = value as Json;
  const entries = Object.entries(rest).map(([key, inner]) =>
    key === "$ref"
      ? [key, String(inner).replace("#/components/schemas/", "#/$defs/")]
      : [key, closed(inner)],
  );
  const schema: Json = Object.fromEntries(entries);
  if (Array.isArray(allOf)) {
    return {
      ...schema,
      allOf: allOf.map((part) => closed(part, true)),
      unevaluatedProperties: false,
    };
  }
  const isObject = rest.type === "object" && rest.properties !== undefined;
  return isObject && !isOpen ? { additionalProperties: false, ...schema } : schema;
}

function answerOf(response: { headers?: Json; content?: Content }): Answer {
  const content = Object.entries(response.content ?? {});
  return {
    headers: Object.keys(response.headers ?? {}),
    schemas: new Map(content.map(([type, { schema }]) => [type, closed(schema) as Schema])),
  };
}

function operationOf(path: string, method: string, found: Json): Operation {
  const responses = Object.entries(found.responses as Record<string, Json>);
  return {
    id: String(found.operationId),
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
    answers: new Map(responses.map(([status, answer]) => [Number(status), answerOf(answer)])),
  };
}

interface Contract {
  readonly operations: readonly Operation[];
  readonly lookup: ReturnType<typeof dereference>;
}

/** What a document promises, compiled for `findingsIn`. */
export function contractOf(document: ReturnType<typeof documentOf>): Contract {
  const paths = Object.entries(document.paths as Record<string, Record<string, Json>>);
  const operations = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, found]) => operationOf(path, method, found)),
  );
  const schemas = Object.entries(document.components.schemas as Record<string, Json>);
  const $defs: Record<string, Schema> = {};
  for (const [name, schema] of schemas) $defs[name] = closed(schema, name === "Problem") as Schema;
  for (const { id, answers } of operations) {
    for (const [status, answer] of answers) {
      for (const [type, schema] of answer.schemas) $defs[`${id} ${status} ${type}`] = schema;
    }
  }
  return {
    operations,
    lookup: dereference({ $id: ROOT, $defs } as Schema, undefined, new URL(ROOT)),
  };
}

/** The operation that answers a request; undefined when the document has none. */
export function findOperation(
  { operations }: Contract,
  method: string,
  path: string,
): Operation | undefined {
  const wanted = method === "HEAD" ? "GET" : method;
  const { pathname } = new URL(path, ROOT);
  // A path without parameters goes before one with: /users/find is no user's id.
  return operations
    .filter((operation) => operation.method === wanted && operation.pattern.test(pathname))
    .sort((a, b) => Number(a.path.includes("{")) - Number(b.path.includes("{")))[0];
}

/** How an answer differs from the document; empty when it does not. */
export async function findingsIn(
  { lookup }: Contract,
  operation: Operation,
  response: Response,
  isBodyless = false,
): Promise<string[]> {
  const at = `${operation.id} ${response.status}`;
  const answer = operation.answers.get(response.status);
  if (!answer) return [`${at}: the status is not documented: ${await response.text()}`];
  const findings = headerFindings(answer, response.headers).map((finding) => `${at}: ${finding}`);
  if (isBodyless) return findings;
  const text = await response.text();
  const type = response.headers.get("Content-Type")?.split(";")[0] ?? "";
  const schema = answer.schemas.get(type);
  if (!schema) {
    const isEmpty = answer.schemas.size === 0 && text === "";
    return isEmpty ? findings : [...findings, `${at}: a body of type "${type}": ${text}`];
  }
  const { valid, errors } = validate(JSON.parse(text), schema, "2020-12", lookup);
  if (valid) return findings;
  const reasons = errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`);
  return [...findings, `${at}: ${reasons.join("; ")}: ${text}`];
}

/** Documented headers that only some answers of a status have. */
const OPTIONAL = ["Idempotency-Replayed", "Preference-Applied", "Accept-Encoding", "Set-Cookie"];

function headerFindings({ headers }: Answer, sent: Headers): string[] {
  const missing = headers
    .filter((name) => !OPTIONAL.includes(name) && !sent.has(name))
    .map((name) => `the header ${name} is missing`);
  const isReplay = sent.has("Idempotency-Replayed");
  return isReplay && !headers.includes("Idempotency-Replayed")
    ? [...missing, "the header Idempotency-Replayed is not documented"]
    : missing;
}

let contract: Contract | undefined;

/** Fails the test that received an answer which the document does not have. */
export async function expectDocumented(
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  contract ??= contractOf(documentOf());
  const operation = findOperation(contract, method, path);
  if (!operation || response.status === 405) return;
  const findings = await findingsIn(contract, operation, response.clone(), method === "HEAD");
  if (findings.length > 0) throw new Error(`not as /openapi.json says:\n${findings.join("\n")}`);
}
