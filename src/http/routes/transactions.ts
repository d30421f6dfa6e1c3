import { createRoute } from "@hono/zod-openapi";
import { COUNTERPARTY, DEPOSIT, TRANSFER, WITHDRAWAL } from "../../contract/examples.ts";
import { TransactionIdParam } from "../../contract/ids.ts";
import { TransactionDetails, transactionDetails } from "../../contract/refunds.ts";
import { transactionBody } from "../../contract/transactions.ts";
import {
  TransactionsPage,
  TransactionsQuery,
  transactionsPage,
} from "../../contract/transactions-query.ts";
import { listTransactions } from "../../services/money/list-transactions.ts";
import { readTransaction } from "../../services/money/read-transaction.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, invalidId, problemAnswersWith } from "../problem-answers.ts";
import { TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const READ_DEPOSIT = { ...DEPOSIT, counterparty: null };
const READ_WITHDRAWAL = { ...WITHDRAWAL, counterparty: null };
const READ_TRANSFER = { ...TRANSFER, counterparty: COUNTERPARTY };

const list = createRoute({
  method: "get",
  path: "/",
  tags: ["transactions"],
  operationId: "listTransactions",
  summary: "List your transactions",
  description: [
    "The transactions on your wallets, successful or failed, the last committed first. A later commit",
    "always comes before an earlier one, so a client that reads until a transaction that it knows has",
    "missed none. A transaction must match all filters; `from` and `to` apply to `posted_at`.",
    "Holds, amendments and voids that succeeded move no money: GET /v1/holds/{id} has them.",
    "A failed transaction is shown only to the user who asked for it. A page ends with",
    "`next_cursor`; send it as `cursor`, with the same filters, for the next page.",
  ].join(" "),
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: TransactionsQuery },
  responses: {
    200: jsonAnswer("A page of transactions.", TransactionsPage, {
      page: { data: [READ_TRANSFER, READ_WITHDRAWAL, READ_DEPOSIT], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...TOKEN_PROBLEMS, "invalid_request", "wallet_not_found"),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  tags: ["transactions"],
  operationId: "getTransaction",
  summary: "Get one transaction",
  description:
    "A transaction on one of your wallets, with the legs on your wallets, and what refunds and reversals have given back of it.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: TransactionIdParam },
  responses: {
    200: jsonAnswer("The transaction.", TransactionDetails, {
      transfer: {
        ...READ_TRANSFER,
        refunds: {
          currency: "YEM",
          refunded: "100.00",
          refundable: "150.00",
          transaction_ids: ["txn_01kazv5q0vfvtrx6r2n1p3b4c9"],
        },
      },
      withdrawal: { ...READ_WITHDRAWAL, refunds: null },
    }),
    ...problemAnswersWith(
      invalidId("txn"),
      ...TOKEN_PROBLEMS,
      "invalid_request",
      "transaction_not_found",
    ),
  },
});

export const transactionRoutes = createRouter()
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const { filter, page: query } = c.req.valid("query");
    const scope = [caller.userId, filter];
    const found = await listTransactions(services, caller, filter, readPage(query, scope));
    return c.json(transactionsPage(orProblem(found), scope), 200);
  })
  .openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const found = await readTransaction(c.var.services, c.var.caller, id);
    const { transaction, refunds } = orProblem(found);
    return c.json(transactionDetails(transactionBody(transaction), refunds), 200);
  });
