import { createRoute } from "@hono/zod-openapi";
import { TransactionIdParam } from "../../contract/ids.ts";
import { TransactionBody, transactionBody } from "../../contract/transactions.ts";
import {
  TransactionsPage,
  TransactionsQuery,
  transactionsPage,
} from "../../contract/transactions-query.ts";
import { listTransactions } from "../../services/money/list-transactions.ts";
import { readTransaction } from "../../services/money/read-transaction.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { BEARER, createRouter, jsonAnswer, problemAnswers, TOKEN_PROBLEMS } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/",
  tags: ["transactions"],
  operationId: "listTransactions",
  summary: "List your transactions",
  description: [
    "The transactions on your wallets, success or failed, the last committed first: `posted_at` falls",
    "from one to the next, and what is committed later always comes before. So a client that reads until",
    "one it knows has missed none. Filters narrow together; `from` and `to` are about `posted_at`.",
    "What failed is shown to the one who tried, not to the other side. A page ends with",
    "`next_cursor`; send it as `cursor`, with the same filters, for the next page.",
  ].join(" "),
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: TransactionsQuery },
  responses: {
    200: jsonAnswer("A page of transactions.", TransactionsPage),
    ...problemAnswers(...TOKEN_PROBLEMS, "invalid_request", "wallet_not_found"),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  tags: ["transactions"],
  operationId: "getTransaction",
  summary: "Get one transaction",
  description: "One transaction on a wallet of yours, with the legs on your own wallets.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: TransactionIdParam },
  responses: {
    200: jsonAnswer("The transaction.", TransactionBody),
    ...problemAnswers(...TOKEN_PROBLEMS, "invalid_request", "transaction_not_found"),
  },
});

export const transactionRoutes = createRouter()
  .openapi(list, async (c) => {
    const { filter, page } = c.req.valid("query");
    const found = await listTransactions(c.var.services, c.var.caller, filter, page);
    return c.json(transactionsPage(orProblem(found)), 200);
  })
  .openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const found = await readTransaction(c.var.services, c.var.caller, id);
    return c.json(transactionBody(orProblem(found)), 200);
  });
