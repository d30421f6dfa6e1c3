import { failureBySqlstate } from "../domain/sqlstate.ts";
import { withoutValues } from "../log/log-line.ts";
import { ApiError } from "./problem.ts";

const DEPTH_MAX = 5;
// What the driver throws when nobody answered, or not in time.
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

/** What the log says of a fault: names, codes and places, without values. */
export function faultFacts(error: unknown): FaultFact[] {
  return chainOf(error).map((fault) => {
    const code = textOf(fault, "code");
    const constraint = textOf(fault, "constraint");
    return {
      name: fault.name,
      ...(code && { code }),
      ...(constraint && { constraint }),
      message: withoutValues(fault.message),
      at: (fault.stack ?? "")
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 8),
    };
  });
}

/**
 * The problem that answers a fault: a failure of the database that another try may cure is told apart
 * from a mistake of ours, and what may have been committed all the same from what was not.
 */
export function faultProblem(error: unknown, method: string): ApiError {
  const fault = chainOf(error).find(({ name }) => DATABASE_ERRORS.has(name));
  if (!fault) return new ApiError("internal_error");
  const code = fault.name === "NeonDbError" ? textOf(fault, "code") : undefined;
  const severity = textOf(fault, "severity");
  const { nature, mayBeCommitted } = failureBySqlstate(code ?? null, severity ?? null);
  if (nature === "refused") return new ApiError("internal_error");
  const isRead = method === "GET" || method === "HEAD";
  return new ApiError(mayBeCommitted && !isRead ? "outcome_unknown" : "service_busy");
}
