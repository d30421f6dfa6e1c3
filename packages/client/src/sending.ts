import { abortable } from "./abortable.ts";
import { type Answer, isInFlight, type LostAnswer, lostBy, readAnswer } from "./answer.ts";
import type { Call } from "./call.ts";
import { ConnectionError } from "./connection-error.ts";
import { callHook, type Hooks } from "./hooks.ts";
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

/** The attempts of one call. */
export class Sending {
  #isInFlight = false;
  #isUnknown = false;
  readonly #call: Call;
  readonly #transport: Transport;
  readonly #startedAt: number;
  #token: string | null = null;
  #hasRenewed = false;

  constructor(call: Call, transport: Transport) {
    this.#call = call;
    this.#transport = transport;
    this.#startedAt = transport.retry.now();
  }

  /** Whether an attempt so far may have been carried out without the caller knowing its outcome. */
  get mayHaveHappened(): boolean {
    return this.#isUnknown || this.#isInFlight;
  }

  /** Attempts until an answer is to be given to the caller. */
  async run(): Promise<Answer> {
    const { retry, hooks } = this.#transport;
    const { method, path, signal } = this.#call;
    this.#token = await this.#tokenBeside(null);
    for (let attempt = 1; ; attempt++) {
      callHook(hooks.onAttempt, { method, path, attempt });
      const attemptedAt = retry.now();
      const result = await this.#attempt();
      const durationMs = retry.now() - attemptedAt;
      this.#learn(result);
      const retryInMs = (await this.#renew(result)) ? 0 : this.#retryIn(attempt, result);
      const told = { method, path, attempt, ...described(result), durationMs, retryInMs };
      callHook(hooks.onResult, told);
      if (retryInMs === null) return this.#conclude(result);
      if (retryInMs > 0) await retry.sleep(retryInMs, signal ?? NEVER);
    }
  }

  async #attempt(): Promise<Answer | LostAnswer> {
    const { signal } = this.#call;
    const { timeoutMs, retry } = this.#transport;
    signal?.throwIfAborted();
    const timeout = AbortSignal.timeout(Math.ceil(Math.min(timeoutMs, this.#leftMs(retry))));
    const request = this.#request(signal ? AbortSignal.any([signal, timeout]) : timeout);
    this.#isInFlight = !this.#call.isRead;
    try {
      return await readAnswer(await this.#transport.fetch(request));
    } catch (error) {
      // The caller's own wish is not a failure to retry.
      signal?.throwIfAborted();
      return lostBy(error);
    }
  }

  #request(signal: AbortSignal): Request {
    const { method, request, key, bodyText } = this.#call;
    const headers = new Headers(request.headers);
    if (key !== null) headers.set("Idempotency-Key", key);
    if (this.#token !== null && !headers.has("Authorization")) {
      headers.set("Authorization", `Bearer ${this.#token}`);
    }
    const init = { method, headers, signal };
    return new Request(request.url, bodyText === null ? init : { ...init, body: bodyText });
  }

  #learn(result: Answer | LostAnswer): void {
    this.#isInFlight = false;
    if (this.#call.isRead) return;
    if (result.kind === "lost" ? result.mayHaveArrived : isUnknown(result)) this.#isUnknown = true;
  }

  /** Whether the request goes again at once because its token was refused and there is another. */
  async #renew(result: Answer | LostAnswer): Promise<boolean> {
    if (result.kind === "lost" || !RENEWABLE.has(result.code)) return false;
    if (this.#hasRenewed || this.#token === null) return false;
    this.#hasRenewed = true;
    const fresh = await this.#tokenBeside(this.#token);
    if (fresh === null) return false;
    this.#token = fresh;
    return true;
  }

  /** An access token other than a refused one; null where none is needed, or without a login. */
  async #tokenBeside(refused: string | null): Promise<string | null> {
    const { session } = this.#transport;
    // An open route does not wait for a session.
    if (this.#call.isOpen || !session) return null;
    const { signal } = this.#call;
    try {
      return await abortable(session.accessToken(refused ?? undefined), signal);
    } catch (cause) {
      signal?.throwIfAborted();
      throw this.#connectionError(cause);
    }
  }

  /** Milliseconds until the next attempt; null when this was the last. */
  #retryIn(attempt: number, result: Answer | LostAnswer): number | null {
    const { retry } = this.#transport;
    if (attempt >= retry.attemptsMax || !mayRetry(this.#call, result)) return null;
    const wait = waitMs(retry, attempt, result.response);
    return wait !== null && wait < this.#leftMs(retry) ? wait : null;
  }

  #leftMs({ budgetMs, now }: RetryPolicy): number {
    return Math.max(1, budgetMs - (now() - this.#startedAt));
  }

  #conclude(result: Answer | LostAnswer): Answer {
    if (result.kind === "lost") throw this.#connectionError(result.cause);
    return result;
  }

  #connectionError(cause: unknown): ConnectionError {
    return new ConnectionError({
      mayHaveHappened: this.mayHaveHappened,
      key: this.#call.key,
      cause,
    });
  }
}

const isUnknown = (answer: Answer) => answer.code === "outcome_unknown" || isInFlight(answer);

function described(result: Answer | LostAnswer) {
  return {
    status: result.response?.status ?? null,
    code: result.kind === "answer" ? result.code : null,
    requestId: result.response?.headers.get("X-Request-Id") ?? null,
  };
}
