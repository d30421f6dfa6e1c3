import { failureBySqlstate } from "../domain/sqlstate.ts";
import { effectOfSql, type StatementEffect, StatementFailed } from "../domain/statement-effect.ts";
import { redactValues } from "../log/log-line.ts";
import { ApiError } from "./problem.ts";

const DEPTH_MAX = 5;
// The errors of the driver when the database did not answer, or not in time.
const DATABASE_ERRORS: ReadonlySet<string> = new Set(["NeonDbError", "TimeoutError"]);

interface FaultFact {
  readonly name: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly message: string;
  readonly at: string[];
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && chain.length < DEPTH_MAX; at = at.cause)
    chain.push(at);
  return chain;
}

function textOf(error: Error, property: string): string | undefined {
  const value = (error as unknown as Record<string, unknown>)[property];
  return typeof value === "string" ? value : undefined;
}

/** The facts of a fault for the log: names, codes and stack frames, without values. */
export function faultFacts(error: unknown): FaultFact[] {
  return chainOf(error).map((fault) => {
    const code = textOf(fault, "code");
    const constraint = textOf(fault, "constraint");
    return {
      name: fault.name,
      ...(code && { code }),
      ...(constraint && { constraint }),
      message: redactValues(fault.message),
      at: (fault.stack ?? "")
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 8),
    };
  });
}

/**
 * What the failed call may have done. The outermost mark counts, because it knows most about the
 * request. Without one it is judged by its text, which Drizzle's error has.
 */
function effectOf(chain: readonly Error[]): StatementEffect {
  const marked = chain.find((error) => error instanceof StatementFailed);
  if (marked) return marked.effect;
  const text = chain.map((error) => textOf(error, "query")).find((query) => query !== undefined);
  return text === undefined ? "possible" : effectOfSql(text);
}

/**
 * The problem that answers a fault. A database failure that may pass is `service_busy`, or
 * `outcome_unknown` if a write may have been committed. Every other fault is `internal_error`.
 */
export function faultProblem(error: unknown, method: string): ApiError {
  const chain = chainOf(error);
  const fault = chain.find(({ name }) => DATABASE_ERRORS.has(name));
  if (!fault) return new ApiError("internal_error");
  const code = fault.name === "NeonDbError" ? textOf(fault, "code") : undefined;
  const severity = textOf(fault, "severity");
  const { nature, mayBeCommitted } = failureBySqlstate(code ?? null, severity ?? null);
  if (nature === "refused") return new ApiError("internal_error");
  const isRead = method === "GET" || method === "HEAD";
  const effect = effectOf(chain);
  const isUnknown = effect === "earlier" || (effect === "possible" && mayBeCommitted);
  return new ApiError(isUnknown && !isRead ? "outcome_unknown" : "service_busy");
}
