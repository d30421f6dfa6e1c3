import { createMiddleware } from "hono/factory";
import type { ProblemError } from "../../contract/problem.ts";
import { VALIDATION_ERRORS_MAX } from "../../domain/bounds.ts";
import type { AppEnv } from "../app-env.ts";
import { pointerTo, UNKNOWN_PARAMETER } from "../invalid-request.ts";
import { ApiError } from "../problem.ts";

/**
 * Refuses a query parameter that the route does not name, and one that is sent twice. A parameter
 * that is ignored looks to its sender as if it had an effect: a filter, or an amount that belongs
 * in the body.
 */
export const knownQuery = (names: ReadonlySet<string>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const { search, searchParams } = new URL(c.req.url);
    if (search === "") return next();
    const sent = Map.groupBy(searchParams.keys(), (name) => name);
    const errors = [...sent.values()]
      .map((repeated) => faultOf(repeated, names))
      .filter((fault) => fault !== null);
    if (errors.length === 0) return next();
    throw new ApiError("invalid_request", { errors: errors.slice(0, VALIDATION_ERRORS_MAX) });
  });

function faultOf(
  [name = "", ...others]: readonly string[],
  names: ReadonlySet<string>,
): ProblemError | null {
  const place = { in: "query" as const, pointer: pointerTo([name]) };
  if (!names.has(name)) return { ...place, code: "unknown_field", message: UNKNOWN_PARAMETER };
  return others.length === 0
    ? null
    : { ...place, code: "repeated", message: "must be sent only once" };
}
