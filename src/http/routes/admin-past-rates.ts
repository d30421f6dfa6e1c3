import { createRoute } from "@hono/zod-openapi";
import { PastRatesPage, PastRatesQuery, pastRatesPage } from "../../contract/past-rates.ts";
import { PAST_RATE } from "../../contract/watched-examples.ts";
import { listPastRates } from "../../services/rates/list-past-rates.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, problemAnswersWith } from "../problem-answers.ts";
import { OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/rates/history",
  tags: ["admin"],
  operationId: "listPastRates",
  summary: "List the rates that a pair has had",
  description:
    "For support and admins. The newest comes first: who set it, from when and until when it was in force. In production a `sandbox` rate is never in force.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: PastRatesQuery },
  responses: {
    200: jsonAnswer("A page of rates.", PastRatesPage, {
      page: { data: [PAST_RATE], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...OPERATOR_PROBLEMS, "invalid_request"),
  },
});

/** Mounted under /v1/admin. */
export const adminPastRateRoutes = createRouter().openapi(list, async (c) => {
  const { services, caller } = c.var;
  const { pair, page: query } = c.req.valid("query");
  const scope = [caller.userId, pair];
  const found = await listPastRates(services, caller, pair, readPage(query, scope));
  return c.json(pastRatesPage(orProblem(found), scope), 200);
});
