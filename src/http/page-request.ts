import { type ListScope, type PageQuery, toPageRequest } from "../contract/page.ts";
import type { PageRequest } from "../domain/page.ts";
import { ApiError } from "./problem.ts";

/**
 * The page that a query asks for. Refuses a cursor that was changed, and one of another scope:
 * another viewer, another object's list, or other filters.
 */
export function readPage<Position>(
  query: PageQuery<Position>,
  scope: ListScope,
): PageRequest<Position> {
  const page = toPageRequest(query, scope);
  if (page) return page;
  const message =
    "was changed, or belongs to another list or other filters: send it whole, with the filters of the page that it came from, or start without a cursor";
  throw new ApiError("invalid_request", {
    errors: [{ in: "query", pointer: "/cursor", code: "invalid_cursor", message }],
  });
}
