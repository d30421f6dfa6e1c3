import { createRoute } from "@hono/zod-openapi";
import { UserIdParam } from "../../contract/admin.ts";
import { DEPOSIT, TRANSFER, WITHDRAWAL } from "../../contract/examples.ts";
import { TransactionIdParam } from "../../contract/ids.ts";
import {
  TransactionsPage,
  TransactionsQuery,
  transactionsPage,
} from "../../contract/transactions-query.ts";
import { WATCHED_TRANSFER } from "../../contract/watched-examples.ts";
import {
  WatchedTransactionBody,
  watchedTransactionBody,
} from "../../contract/watched-transactions.ts";
import { findTransaction } from "../../services/operators/find-transaction.ts";
import { listUserTransactions } from "../../services/operators/list-user-transactions.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { invalidId, problemAnswersWith } from "../problem-answers.ts";
import { OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/users/{id}/transactions",
  tags: ["admin"],
  operationId: "listUserTransactions",
  summary: "List a user's transactions",
  description:
    "For support and admins. The transactions as the user sees them, without `counterparty`, with the legs on their wallets, the last committed first; the filters are those of GET /v1/transactions. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: UserIdParam, query: TransactionsQuery },
  responses: {
    200: jsonAnswer("A page of transactions.", TransactionsPage, {
      page: { data: [TRANSFER, WITHDRAWAL, DEPOSIT], next_cursor: null },
    }),
    ...problemAnswersWith(
      invalidId("usr"),
      ...OPERATOR_PROBLEMS,
      "invalid_request",
      "user_not_found",
      "wallet_not_found",
    ),
  },
});

const read = createRoute({
  method: "get",
  path: "/transactions/{id}",
  tags: ["admin"],
  operationId: "getAnyTransaction",
  summary: "Get a transaction of any user",
  description:
    "For support and admins, with the legs on all users' wallets; support sees none in which an operator has a wallet. The audit log of each user in it records this look-up.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: TransactionIdParam },
  responses: {
    200: jsonAnswer("The transaction.", WatchedTransactionBody, { transfer: WATCHED_TRANSFER }),
    ...problemAnswersWith(
      invalidId("txn"),
      ...OPERATOR_PROBLEMS,
      "invalid_request",
      "transaction_not_found",
    ),
  },
});

/** Mounted under /v1/admin. */
export const adminTransactionRoutes = createRouter()
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const { id } = c.req.valid("param");
    const { filter, page: query } = c.req.valid("query");
    const scope = ["of", caller.userId, id, filter];
    const page = readPage(query, scope);
    const found = await listUserTransactions(services, caller, id, filter, page);
    return c.json(transactionsPage(orProblem(found), scope), 200);
  })
  .openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const found = await findTransaction(c.var.services, c.var.caller, id);
    return c.json(watchedTransactionBody(orProblem(found)), 200);
  });
