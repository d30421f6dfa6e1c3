import { createRoute } from "@hono/zod-openapi";
import { BalancesBody, BalancesQuery, balancesBody } from "../../contract/balances.ts";
import { WalletIdParam } from "../../contract/ids.ts";
import { BALANCES } from "../../contract/list-examples.ts";
import { readBalances } from "../../services/money/read-balances.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { invalidId, problemAnswersWith } from "../problem-answers.ts";
import { TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const read = createRoute({
  method: "get",
  path: "/{id}/balances",
  tags: ["wallets"],
  operationId: "readBalances",
  summary: "Get a wallet's balance over time",
  description: [
    "For a chart: the balance at the begin of the time, and its changes since then. Between two",
    "changes the balance is the same. A closed wallet has its history too.",
  ].join(" "),
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: WalletIdParam, query: BalancesQuery },
  responses: {
    200: jsonAnswer("The balance over time.", BalancesBody, { balances: BALANCES }),
    ...problemAnswersWith(
      invalidId("wal"),
      ...TOKEN_PROBLEMS,
      "invalid_request",
      "wallet_not_found",
    ),
  },
});

/** Mounted under /v1/wallets. */
export const balanceRoutes = createRouter().openapi(read, async (c) => {
  const { services, caller } = c.var;
  const { id } = c.req.valid("param");
  const found = await readBalances(services, caller, id, c.req.valid("query").days);
  return c.json(balancesBody(orProblem(found)), 200);
});
