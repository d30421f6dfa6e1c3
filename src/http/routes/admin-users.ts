import { createRoute } from "@hono/zod-openapi";
import {
  AccountBody,
  accountBody,
  FindUser,
  UserIdParam,
  WatchedWalletList,
  watchedWalletBody,
} from "../../contract/admin.ts";
import {
  AuditEventsQuery,
  WatchedEventsPage,
  watchedEventsPage,
} from "../../contract/audit-events.ts";
import { ACCOUNT, EXAMPLE, FROZEN_WALLET, WATCHED_WALLET } from "../../contract/examples.ts";
import { WATCHED_EVENT } from "../../contract/list-examples.ts";
import { endUserSessions } from "../../services/operators/end-user-sessions.ts";
import { findUser } from "../../services/operators/find-user.ts";
import { listUserAuditEvents } from "../../services/operators/list-user-audit-events.ts";
import { listUserWallets } from "../../services/operators/list-user-wallets.ts";
import { readAccountPhone } from "../body-values.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { invalidId, problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPERATOR_CHANGE_PROBLEMS, OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer, jsonRequest } from "../routing.ts";

const find = createRoute({
  method: "post",
  path: "/users/find",
  tags: ["admin"],
  operationId: "findUser",
  summary: "Find a user by phone",
  description: "For support and admins. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: { body: jsonRequest(FindUser, { phone: { phone: EXAMPLE.phone } }) },
  responses: {
    200: jsonAnswer("The user.", AccountBody, { user: ACCOUNT }),
    ...problemAnswers(...OPERATOR_PROBLEMS, "outcome_unknown", ...BODY_PROBLEMS, "user_not_found"),
  },
});

const read = createRoute({
  method: "get",
  path: "/users/{id}",
  tags: ["admin"],
  operationId: "getUser",
  summary: "Get a user",
  description: "For support and admins. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    200: jsonAnswer("The user.", AccountBody, { user: ACCOUNT }),
    ...problemAnswersWith(
      invalidId("usr"),
      ...OPERATOR_PROBLEMS,
      "invalid_request",
      "user_not_found",
    ),
  },
});

const wallets = createRoute({
  method: "get",
  path: "/users/{id}/wallets",
  tags: ["admin"],
  operationId: "listUserWallets",
  summary: "List a user's wallets",
  description: "For support and admins. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    200: jsonAnswer("Every wallet, oldest first, with its freeze.", WatchedWalletList, {
      wallets: { data: [WATCHED_WALLET, FROZEN_WALLET] },
    }),
    ...problemAnswersWith(
      invalidId("usr"),
      ...OPERATOR_PROBLEMS,
      "invalid_request",
      "user_not_found",
    ),
  },
});

const events = createRoute({
  method: "get",
  path: "/users/{id}/audit-events",
  tags: ["admin"],
  operationId: "listUserAuditEvents",
  summary: "List a user's audit events",
  description:
    "For support and admins. The newest comes first. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam, query: AuditEventsQuery },
  responses: {
    200: jsonAnswer("A page of events, newest first.", WatchedEventsPage, {
      page: { data: [WATCHED_EVENT], next_cursor: null },
    }),
    ...problemAnswersWith(
      invalidId("usr"),
      ...OPERATOR_PROBLEMS,
      "invalid_request",
      "user_not_found",
    ),
  },
});

const endSessions = createRoute({
  method: "delete",
  path: "/users/{id}/sessions",
  tags: ["admin"],
  operationId: "endUserSessions",
  summary: "End every session of a user",
  description: "For support and admins. The user must log in again.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    204: emptyAnswer("The sessions have ended."),
    ...problemAnswersWith(
      invalidId("usr"),
      ...OPERATOR_CHANGE_PROBLEMS,
      "invalid_request",
      "user_not_found",
      "own_account",
    ),
  },
});

/** Mounted under /v1/admin. */
export const adminUserRoutes = createRouter()
  .openapi(find, async (c) => {
    const phone = readAccountPhone(c.var.services.config, c.req.valid("json").phone);
    return c.json(
      accountBody(orProblem(await findUser(c.var.services, c.var.caller, { phone }))),
      200,
    );
  })
  .openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const found = await findUser(c.var.services, c.var.caller, id);
    return c.json(accountBody(orProblem(found)), 200);
  })
  .openapi(wallets, async (c) => {
    const { id } = c.req.valid("param");
    const found = orProblem(await listUserWallets(c.var.services, c.var.caller, id));
    return c.json({ data: found.map(watchedWalletBody) }, 200);
  })
  .openapi(events, async (c) => {
    const { services, caller } = c.var;
    const { id } = c.req.valid("param");
    const scope = ["about", caller.userId, id];
    const page = readPage(c.req.valid("query"), scope);
    const found = await listUserAuditEvents(services, caller, id, page);
    return c.json(watchedEventsPage(orProblem(found), scope), 200);
  })
  .openapi(endSessions, async (c) => {
    const { id } = c.req.valid("param");
    orProblem(await endUserSessions(c.var.services, c.var.caller, id));
    return c.body(null, 204);
  });
