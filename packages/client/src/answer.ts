import { isProblem } from "./problem.ts";

/** An answer of the service, whose body was read. */
export interface Answer {
  readonly kind: "answer";
  readonly response: Response;
  /** The code of its problem; null for a success. */
  readonly code: string | null;
}

/** No answer of the service: the connection broke, time ran out, or a gateway answered instead. */
export interface LostAnswer {
  readonly kind: "lost";
  readonly cause: unknown;
  /** The answer that came instead of the service's; null when none came. */
  readonly response: Response | null;
  /** Whether the request may have reached the service. */
  readonly mayHaveArrived: boolean;
}

const BODYLESS_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

/** Reads the whole answer, so that a connection that breaks within it counts as a lost answer. */
export async function readAnswer(response: Response): Promise<Answer | LostAnswer> {
  const { status, headers } = response;
  const text = await response.text();
  const body = parseJson(text);
  const read = new Response(BODYLESS_STATUSES.has(status) ? null : text, response);
  if (response.ok && (text === "" || (isJson(headers) && body !== undefined))) {
    return { kind: "answer", response: read, code: null };
  }
  if (!response.ok && isProblem(body)) return { kind: "answer", response: read, code: body.code };
  return {
    kind: "lost",
    cause: new Error(`an answer with status ${status} that is not the service's`),
    response: read,
    mayHaveArrived: true,
  };
}

/**
 * Whether the answer says that an earlier request with the same key is still being carried out: a
 * 409 that asks to come back. This service lets the second request wait instead.
 * Source: draft-ietf-httpapi-idempotency-key-header-07 §2.6.
 */
export function isInFlight({ response }: Answer): boolean {
  return response.status === 409 && response.headers.has("Retry-After");
}

/** What a failure of fetch says. */
export function lostBy(cause: unknown): LostAnswer {
  return { kind: "lost", cause, response: null, mayHaveArrived: !wasNotSent(cause) };
}

/** Failures of Node's fetch before a connection was made. A browser does not tell. */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function wasNotSent(error: unknown): boolean {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause;
  return NOT_SENT.has(cause?.code);
}

const isJson = (headers: Headers) => /[/+]json\b/i.test(headers.get("Content-Type") ?? "");

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
