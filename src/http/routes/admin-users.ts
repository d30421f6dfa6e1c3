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
import { endUserSessions } from "../../services/operators/end-user-sessions.ts";
import { findUser } from "../../services/operators/find-user.ts";
import { listUserAuditEvents } from "../../services/operators/list-user-audit-events.ts";
import { listUserWallets } from "../../services/operators/list-user-wallets.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { readPhone } from "../read-phone.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  OPERATOR_CHANGE_PROBLEMS,
  OPERATOR_PROBLEMS,
  problemAnswers,
} from "../routing.ts";

const find = createRoute({
  method: "post",
  path: "/users/find",
  tags: ["admin"],
  operationId: "findUser",
  summary: "Find a person by phone",
  description:
    "For support and admin. Whoever is found sees in their own events that somebody looked.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: { body: jsonRequest(FindUser) },
  responses: {
    200: jsonAnswer("The person.", AccountBody),
    ...problemAnswers(...OPERATOR_PROBLEMS, ...BODY_PROBLEMS, "user_not_found"),
  },
});

const read = createRoute({
  method: "get",
  path: "/users/{id}",
  tags: ["admin"],
  operationId: "getUser",
  summary: "Read a person",
  description: "For support and admin.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    200: jsonAnswer("The person.", AccountBody),
    ...problemAnswers(...OPERATOR_PROBLEMS, "invalid_request", "user_not_found"),
  },
});

const wallets = createRoute({
  method: "get",
  path: "/users/{id}/wallets",
  tags: ["admin"],
  operationId: "listUserWallets",
  summary: "List a person's wallets",
  description: "For support and admin.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    200: jsonAnswer("Every wallet, oldest first, with the freeze that stands.", WatchedWalletList),
    ...problemAnswers(...OPERATOR_PROBLEMS, "invalid_request", "user_not_found"),
  },
});

const events = createRoute({
  method: "get",
  path: "/users/{id}/audit-events",
  tags: ["admin"],
  operationId: "listUserAuditEvents",
  summary: "List what happened to a person's account",
  description: "For support and admin. This look is an event too.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam, query: AuditEventsQuery },
  responses: {
    200: jsonAnswer("A page of events, newest first.", WatchedEventsPage),
    ...problemAnswers(...OPERATOR_PROBLEMS, "invalid_request", "user_not_found"),
  },
});

const endSessions = createRoute({
  method: "delete",
  path: "/users/{id}/sessions",
  tags: ["admin"],
  operationId: "endUserSessions",
  summary: "End every session of a person",
  description: "For support and admin.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    204: { description: "They have ended." },
    ...problemAnswers(
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
    const phone = readPhone(c.var.services.config, c.req.valid("json").phone);
    return c.json(
      accountBody(orProblem(await findUser(c.var.services, c.var.caller, { phone }))),
      200,
    );
  })
  .openapi(read, async (c) => {
    const { id: userId } = c.req.valid("param");
    const found = await findUser(c.var.services, c.var.caller, { userId });
    return c.json(accountBody(orProblem(found)), 200);
  })
  .openapi(wallets, async (c) => {
    const { id } = c.req.valid("param");
    const found = orProblem(await listUserWallets(c.var.services, c.var.caller, id));
    return c.json({ data: found.map(watchedWalletBody) }, 200);
  })
  .openapi(events, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const page = { after: cursor ?? null, limit };
    const { id } = c.req.valid("param");
    const found = await listUserAuditEvents(c.var.services, c.var.caller, id, page);
    return c.json(watchedEventsPage(orProblem(found)), 200);
  })
  .openapi(endSessions, async (c) => {
    const { id } = c.req.valid("param");
    orProblem(await endUserSessions(c.var.services, c.var.caller, id));
    return c.body(null, 204);
  });
