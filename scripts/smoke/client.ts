import { CliError, reasonOf } from "../cli-error.ts";

/** An answer of the API. Its body is what the wire has: the steps say what they expect of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON came.
  readonly body: any;
}

export interface Request {
  readonly token?: string;
  readonly body?: object;
  readonly key?: string;
}

export type Send = (method: string, path: string, request?: Request) => Promise<Answer>;

const ANSWER_MS = 20_000;
const TRIES_MAX = 4;
const RETRY_AFTER_MAX_SECONDS = 30;

/** Sends requests to one origin; a response that has Retry-After is retried, a bounded number of times. */
export function clientOf(origin: string): Send {
  const once = async (
    method: string,
    path: string,
    { token, body, key }: Request,
  ): Promise<Answer> => {
    const response = await fetch(origin + path, {
      method,
      redirect: "manual",
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(key !== undefined && { "Idempotency-Key": key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parse(text) };
  };
  return async (method, path, request = {}) => {
    for (let tries = 1; ; tries++) {
      const answer = await once(method, path, request).catch((error: unknown) => {
        const cause = error instanceof Error && error.cause ? error.cause : error;
        throw new CliError(`${origin} does not answer: ${reasonOf(cause)}`);
      });
      const isBusy = answer.status === 503 || answer.status === 429;
      if (!isBusy || tries === TRIES_MAX) return answer;
      const seconds = Number(answer.headers.get("Retry-After") ?? 1) || 1;
      if (seconds > RETRY_AFTER_MAX_SECONDS) return answer;
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    }
  };
}

function parse(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
