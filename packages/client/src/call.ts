import type { Intent } from "./intent.ts";
import { KEYED_ROUTES, OPEN_ROUTES } from "./routes.ts";

/** One call of a method of the client: all its attempts send the same. */
export interface Call {
  readonly method: string;
  /** The path as the document writes it. */
  readonly path: string;
  readonly request: Request;
  readonly bodyText: string | null;
  readonly signal: AbortSignal | null;
  readonly key: string | null;
  readonly intent: Intent | null;
  /** The body as the caller gave it, for the intent. */
  readonly body: unknown;
  readonly isOpen: boolean;
  /** Whether it changes nothing: a read, or a dry run. */
  readonly isRead: boolean;
  /** Whether the same request can be sent again after an answer was lost. */
  readonly isRepeatable: boolean;
}

/** What the service says may be repeated at once although it takes no key. */
const REPEATABLE_ROUTES: ReadonlySet<string> = new Set([
  "POST /v1/auth/refresh",
  "POST /v1/auth/logout",
]);

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly request: Request;
  readonly body: unknown;
  readonly signal: AbortSignal | null;
  readonly intent: Intent | null;
}

/**
 * Prepares a call and chooses its key. Throws a TypeError for an intent where no key is taken, or
 * beside a key of the caller's own.
 */
export async function prepareCall(asked: Asked): Promise<Call> {
  const { method, path, request, body, signal } = asked;
  const route = `${method} ${path}`;
  const isDryRun = /dry-run/i.test(request.headers.get("Prefer") ?? "");
  const isRead = method === "GET" || isDryRun;
  // A dry run uses no key and has no outcome.
  const intent = isDryRun ? null : asked.intent;
  if (intent) assertKeyed(route, request);
  const key = keyFor(route, request, intent, isDryRun);
  return {
    method,
    path,
    request,
    body,
    bodyText: request.body === null ? null : await request.text(),
    signal,
    key,
    intent,
    isOpen: OPEN_ROUTES.has(route),
    isRead,
    isRepeatable: isRead || key !== null || REPEATABLE_ROUTES.has(route),
  };
}

function keyFor(route: string, request: Request, intent: Intent | null, isDryRun: boolean) {
  const own = request.headers.get("Idempotency-Key");
  if (own !== null) return own;
  if (intent) return intent.key;
  return KEYED_ROUTES.has(route) && !isDryRun ? crypto.randomUUID() : null;
}

function assertKeyed(route: string, request: Request): void {
  if (!KEYED_ROUTES.has(route)) throw new TypeError(`${route} takes no Idempotency-Key`);
  if (request.headers.has("Idempotency-Key")) {
    throw new TypeError("give either an intent or an Idempotency-Key");
  }
}
