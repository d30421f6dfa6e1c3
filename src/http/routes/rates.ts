import { createRoute } from "@hono/zod-openapi";
import { RATE } from "../../contract/exchange-examples.ts";
import { RatesPage, RatesQuery, ratesPage } from "../../contract/rates.ts";
import { listRates } from "../../services/rates/list-rates.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, problemAnswersWith } from "../problem-answers.ts";
import { TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/",
  tags: ["exchange"],
  operationId: "listRates",
  summary: "List the exchange rates",
  description:
    "The rates in force, each for both directions of its pair. A rate of YEM names its market. A pair that is not listed cannot be exchanged now.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: RatesQuery },
  responses: {
    200: jsonAnswer("A page of rates.", RatesPage, { page: { data: [RATE], next_cursor: null } }),
    ...problemAnswersWith(INVALID_QUERY, ...TOKEN_PROBLEMS),
  },
});

export const rateRoutes = createRouter().openapi(list, async (c) => {
  const { services, caller } = c.var;
  const scope = [caller.userId];
  const page = readPage(c.req.valid("query"), scope);
  return c.json(ratesPage(orProblem(await listRates(services, caller, page)), scope), 200);
});
