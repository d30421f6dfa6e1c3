import { ConnectionError, isProblem, type Problem } from "@mahfaza/client";
import { loadProblemTable } from "../i18n/problem-table.ts";

/** Why a request has no answer to show. */
export type Failure =
  | {
      readonly kind: "problem";
      readonly problem: Problem;
      /** The seconds of Retry-After, when the answer asks to wait. */
      readonly waitSeconds?: number;
    }
  /** No answer came, and nothing can have happened. */
  | { readonly kind: "offline" }
  /** No answer came, and what was asked may have happened. */
  | { readonly kind: "unknown" };

export type Answer<T> =
  | { readonly data: T; readonly failure: null }
  | { readonly data: null; readonly failure: Failure };

/** What the client's typed methods answer. */
export interface TypedAnswer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response?: Response;
}

/** The answer of a request of the client as a value: its data, or why there is none. */
export async function answerOf<T>(request: Promise<TypedAnswer<T>>): Promise<Answer<T>> {
  try {
    const { data, error, response } = await request;
    if (isProblem(error)) {
      // So that the refusal is shown in its own words at once.
      await loadProblemTable();
      return failed({ kind: "problem", problem: error, ...waitOf(response?.headers) });
    }
    return { data: data as T, failure: null };
  } catch (error) {
    if (error instanceof ConnectionError) {
      return failed({ kind: error.mayHaveHappened ? "unknown" : "offline" });
    }
    throw error;
  }
}

/** Retry-After of an answer. The service sends whole seconds. */
function waitOf(headers: Headers | undefined): { readonly waitSeconds?: number } {
  const text = headers?.get("Retry-After") ?? "";
  return /^\d{1,9}$/.test(text) ? { waitSeconds: Number(text) } : {};
}

function failed(failure: Failure): { readonly data: null; readonly failure: Failure } {
  return { data: null, failure };
}

/** The problem of a failure; null for a failure that has none. */
export function problemOf(failure: Failure | null): Problem | null {
  return failure?.kind === "problem" ? failure.problem : null;
}

/** The code of a problem; null for a failure that has none. */
export function codeOf(failure: Failure | null): Problem["code"] | null {
  return problemOf(failure)?.code ?? null;
}
