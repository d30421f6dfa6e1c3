import { withoutValues } from "../log/redacted.ts";
import { ApiError } from "./problem.ts";

const DEPTH_MAX = 5;
// SQLSTATEs after which nothing has happened and another try may do: the loser of a deadlock or of a
// serialisation conflict, a statement that Postgres ended at lock_timeout or statement_timeout, and a
// server that takes no connections. Source: PostgreSQL, appendix A.
const NOTHING_HAPPENED = /^(40P01|40001|55P03|57014|53300|57P03)$/;

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

/** The problem that answers a fault: the database being away is told apart from a mistake of ours. */
export function faultProblem(error: unknown, method: string): ApiError {
  const chain = chainOf(error);
  const fault = chain.find(({ name }) => name === "NeonDbError");
  if (fault) {
    const sqlstate = textOf(fault, "code");
    if (sqlstate !== undefined && NOTHING_HAPPENED.test(sqlstate))
      return new ApiError("service_busy");
    // Without a SQLSTATE nobody answered; a write may have been committed all the same.
    if (sqlstate === undefined) {
      return new ApiError(method === "GET" ? "service_busy" : "outcome_unknown");
    }
  }
  return new ApiError("internal_error");
}
