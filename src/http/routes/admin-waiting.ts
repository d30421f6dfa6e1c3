import { createRoute } from "@hono/zod-openapi";
import {
  WaitingDepositsPage,
  WaitingDepositsQuery,
  WaitingWithdrawalsPage,
  WaitingWithdrawalsQuery,
  waitingDepositsPage,
  waitingWithdrawalsPage,
} from "../../contract/waiting-funding.ts";
import {
  LAPSED_HOLD,
  WAITING_DEPOSIT,
  WAITING_WITHDRAWAL,
} from "../../contract/watched-examples.ts";
import {
  WatchedHoldsPage,
  WatchedHoldsQuery,
  watchedHoldsPage,
} from "../../contract/watched-holds.ts";
import {
  listWaitingDeposits,
  listWaitingWithdrawals,
} from "../../services/operators/list-waiting-funding.ts";
import { listWatchedHolds } from "../../services/operators/list-watched-holds.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, problemAnswersWith } from "../problem-answers.ts";
import { OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const PROBLEMS = problemAnswersWith(INVALID_QUERY, ...OPERATOR_PROBLEMS, "invalid_request");

const deposits = createRoute({
  method: "get",
  path: "/deposits",
  tags: ["admin"],
  operationId: "listWaitingDeposits",
  summary: "List the deposits that wait for the provider",
  description: "For support and admins: the deposits of all users, the oldest first.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: WaitingDepositsQuery },
  responses: {
    200: jsonAnswer("A page of deposits.", WaitingDepositsPage, {
      page: { data: [WAITING_DEPOSIT], next_cursor: null },
    }),
    ...PROBLEMS,
  },
});

const withdrawals = createRoute({
  method: "get",
  path: "/withdrawals",
  tags: ["admin"],
  operationId: "listWaitingWithdrawals",
  summary: "List the withdrawals that wait for the provider",
  description: "For support and admins: the withdrawals of all users, the oldest first.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: WaitingWithdrawalsQuery },
  responses: {
    200: jsonAnswer("A page of withdrawals.", WaitingWithdrawalsPage, {
      page: { data: [WAITING_WITHDRAWAL], next_cursor: null },
    }),
    ...PROBLEMS,
  },
});

const holds = createRoute({
  method: "get",
  path: "/holds",
  tags: ["admin"],
  operationId: "listWatchedHolds",
  summary: "List the holds that lapsed, or expire next",
  description:
    "For support and admins: the holds of all users that expired without a capture, or those that are open.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: WatchedHoldsQuery },
  responses: {
    200: jsonAnswer("A page of holds.", WatchedHoldsPage, {
      page: { data: [LAPSED_HOLD], next_cursor: null },
    }),
    ...PROBLEMS,
  },
});

/** Mounted under /v1/admin. */
export const adminWaitingRoutes = createRouter()
  .openapi(deposits, async (c) => {
    const { services, caller } = c.var;
    const scope = [caller.userId];
    const page = readPage(c.req.valid("query"), scope);
    const found = await listWaitingDeposits(services, caller, page);
    return c.json(waitingDepositsPage(orProblem(found), scope), 200);
  })
  .openapi(withdrawals, async (c) => {
    const { services, caller } = c.var;
    const { status = null, ...query } = c.req.valid("query");
    const scope = [caller.userId, status];
    const found = await listWaitingWithdrawals(services, caller, status, readPage(query, scope));
    return c.json(waitingWithdrawalsPage(orProblem(found), scope), 200);
  })
  .openapi(holds, async (c) => {
    const { services, caller } = c.var;
    const { state, ...query } = c.req.valid("query");
    const scope = [caller.userId, state];
    const found = await listWatchedHolds(services, caller, state, readPage(query, scope));
    return c.json(watchedHoldsPage(orProblem(found), scope), 200);
  });
