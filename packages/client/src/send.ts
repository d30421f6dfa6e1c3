import { type Answer, type LostAnswer, lostBy, readAnswer } from "./answer.ts";
import type { Call } from "./call.ts";
import { ConnectionError } from "./connection-error.ts";
import type { Hooks } from "./hooks.ts";
import { isDefinite } from "./outcome.ts";
import { mayRetry } from "./retry.ts";
import { type RetryPolicy, waitMs } from "./retry-policy.ts";
import type { Session } from "./session.ts";

/** What all calls of a client share. */
export interface Transport {
  readonly fetch: typeof fetch;
  readonly session: Session | null;
  readonly timeoutMs: number;
  readonly retry: RetryPolicy;
  readonly hooks: Hooks;
}

const NEVER = new AbortController().signal;
const RENEWABLE: ReadonlySet<string | null> = new Set(["token_expired", "token_invalid"]);

/**
 * Sends a call until it has an outcome, and settles its intent. Throws a ConnectionError when no
 * answer came, and the signal's reason when it aborts.
 */
export async function send(call: Call, transport: Transport): Promise<Response> {
  const { retry } = transport;
  const startedAt = retry.now();
  let mayHaveHappened = false;
  let token = await tokenFor(call, transport);
  let hasRenewed = false;
  for (let attempt = 1; ; attempt++) {
    const attemptedAt = retry.now();
    const leftMs = retry.budgetMs - (attemptedAt - startedAt);
    transport.hooks.onAttempt?.({ method: call.method, path: call.path, attempt });
    const result = await attemptOnce(call, transport, token, leftMs);
    if (result.kind === "lost") mayHaveHappened ||= result.mayHaveArrived;
    if (result.kind === "answer" && result.code === "outcome_unknown") mayHaveHappened = true;
    const fresh =
      hasRenewed || result.kind === "lost" || !RENEWABLE.has(result.code)
        ? null
        : await renewed(call, transport, token);
    const retryInMs = fresh === null ? retryIn(call, retry, attempt, result, startedAt) : 0;
    report(transport, call, attempt, result, retry.now() - attemptedAt, retryInMs);
    if (retryInMs === null) return conclude(call, result, mayHaveHappened);
    if (fresh !== null) {
      token = fresh;
      hasRenewed = true;
    } else {
      await retry.sleep(retryInMs, call.signal ?? NEVER);
    }
  }
}

async function tokenFor(call: Call, { session }: Transport): Promise<string | null> {
  // An open route does not wait for a session.
  return call.isOpen || !session ? null : session.accessToken();
}

/** A token in place of the refused one; null when there is none. */
async function renewed(call: Call, { session }: Transport, refused: string | null) {
  if (call.isOpen || !session || refused === null) return null;
  return session.accessToken(refused);
}

async function attemptOnce(
  call: Call,
  { fetch, timeoutMs }: Transport,
  token: string | null,
  leftMs: number,
): Promise<Answer | LostAnswer> {
  call.signal?.throwIfAborted();
  const timeout = AbortSignal.timeout(Math.max(1, Math.min(timeoutMs, Math.floor(leftMs))));
  const signal = call.signal ? AbortSignal.any([call.signal, timeout]) : timeout;
  try {
    return await readAnswer(await fetch(requestOf(call, token, signal)));
  } catch (error) {
    // The caller's own wish is not a failure to retry.
    call.signal?.throwIfAborted();
    return lostBy(error);
  }
}

function requestOf(call: Call, token: string | null, signal: AbortSignal): Request {
  const headers = new Headers(call.request.headers);
  if (call.key !== null) headers.set("Idempotency-Key", call.key);
  if (token !== null && !headers.has("Authorization")) {
    headers.set("Authorization", `Bearer ${token}`);
  }
  const init = { method: call.method, headers, signal };
  return new Request(
    call.request.url,
    call.bodyText === null ? init : { ...init, body: call.bodyText },
  );
}

/** Milliseconds until the next attempt; null when this was the last. */
function retryIn(
  call: Call,
  retry: RetryPolicy,
  attempt: number,
  result: Answer | LostAnswer,
  startedAt: number,
): number | null {
  if (attempt >= retry.attemptsMax || !mayRetry(call, result)) return null;
  const wait = waitMs(retry, attempt, result.response);
  return wait !== null && retry.now() - startedAt + wait < retry.budgetMs ? wait : null;
}

function report(
  { hooks }: Transport,
  { method, path }: Call,
  attempt: number,
  result: Answer | LostAnswer,
  durationMs: number,
  retryInMs: number | null,
): void {
  const { response } = result;
  hooks.onResult?.({
    method,
    path,
    attempt,
    status: response?.status ?? null,
    code: result.kind === "answer" ? result.code : null,
    requestId: response?.headers.get("X-Request-Id") ?? null,
    durationMs,
    retryInMs,
  });
}

async function conclude(call: Call, result: Answer | LostAnswer, mayHaveHappened: boolean) {
  if (result.kind === "lost") {
    const isRead = call.method === "GET";
    throw new ConnectionError({
      mayHaveHappened: mayHaveHappened && !isRead,
      key: call.key,
      cause: result.cause,
    });
  }
  if (isDefinite(result, mayHaveHappened)) await call.intent?.settle();
  return result.response;
}
