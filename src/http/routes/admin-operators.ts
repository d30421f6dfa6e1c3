import { createRoute } from "@hono/zod-openapi";
import {
  AccountBody,
  accountBody,
  ChangeRole,
  OperatorsPage,
  OperatorsQuery,
  operatorsPage,
  RemoveUserFactors,
  UserIdParam,
} from "../../contract/admin.ts";
import {
  AuditEventsQuery,
  WatchedEventsPage,
  watchedEventsPage,
} from "../../contract/audit-events.ts";
import { changeRole } from "../../services/operators/change-role.ts";
import { listOperatorActs } from "../../services/operators/list-operator-acts.ts";
import { listOperators } from "../../services/operators/list-operators.ts";
import { removeUserFactors } from "../../services/operators/remove-user-factors.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
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

const putRole = createRoute({
  method: "put",
  path: "/users/{id}/role",
  tags: ["admin"],
  operationId: "changeRole",
  summary: "Give a person a role, or take it away",
  description:
    "For admin. It counts at once, and ends the person's sessions. `user` is no role; any other needs a second factor.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: { params: UserIdParam, body: jsonRequest(ChangeRole) },
  responses: {
    200: jsonAnswer("The person as they are now.", AccountBody),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "user_not_found",
      "own_account",
      "role_needs_factor",
    ),
  },
});

const removeFactors = createRoute({
  method: "delete",
  path: "/users/{id}/factors",
  tags: ["admin"],
  operationId: "removeUserFactors",
  summary: "Remove what proves a person beside the password",
  description:
    "For admin. Apps, passkeys and recovery codes go, and all sessions end; the person is told. Whoever knows the password can log in by it alone then.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: { params: UserIdParam, body: jsonRequest(RemoveUserFactors) },
  responses: {
    204: { description: "They are removed." },
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "user_not_found",
      "own_account",
      "role_needs_factor",
      "factor_not_found",
    ),
  },
});

const operators = createRoute({
  method: "get",
  path: "/operators",
  tags: ["admin"],
  operationId: "listOperators",
  summary: "List who has a role",
  description: "For admin.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: OperatorsQuery },
  responses: {
    200: jsonAnswer("A page of those with a role, oldest account first.", OperatorsPage),
    ...problemAnswers(...OPERATOR_PROBLEMS, "invalid_request"),
  },
});

const acts = createRoute({
  method: "get",
  path: "/operators/{id}/audit-events",
  tags: ["admin"],
  operationId: "listOperatorActs",
  summary: "List what an operator looked at and did",
  description: "For admin. It answers for who was an operator once, too.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam, query: AuditEventsQuery },
  responses: {
    200: jsonAnswer("A page of events, newest first.", WatchedEventsPage),
    ...problemAnswers(...OPERATOR_PROBLEMS, "invalid_request", "user_not_found"),
  },
});

/** Mounted under /v1/admin. */
export const adminOperatorRoutes = createRouter()
  .openapi(putRole, async (c) => {
    const { id } = c.req.valid("param");
    const changed = await changeRole(c.var.services, c.var.caller, id, c.req.valid("json"));
    return c.json(accountBody(orProblem(changed)), 200);
  })
  .openapi(removeFactors, async (c) => {
    const { id } = c.req.valid("param");
    orProblem(await removeUserFactors(c.var.services, c.var.caller, id, c.req.valid("json")));
    return c.body(null, 204);
  })
  .openapi(operators, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const page = { after: cursor ?? null, limit };
    const found = await listOperators(c.var.services, c.var.caller, page);
    return c.json(operatorsPage(orProblem(found)), 200);
  })
  .openapi(acts, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const page = { after: cursor ?? null, limit };
    const { id } = c.req.valid("param");
    const found = await listOperatorActs(c.var.services, c.var.caller, id, page);
    return c.json(watchedEventsPage(orProblem(found)), 200);
  });
