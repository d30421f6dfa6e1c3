import { createRoute, type RouteHandler } from "@hono/zod-openapi";
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
import { ACCOUNT, ROLE_PROPOSAL } from "../../contract/examples.ts";
import { WATCHED_EVENT } from "../../contract/list-examples.ts";
import { RoleProposalBody, roleProposalBody } from "../../contract/role-proposals.ts";
import { changeRole } from "../../services/operators/change-role.ts";
import { listOperatorActs } from "../../services/operators/list-operator-acts.ts";
import { listOperators } from "../../services/operators/list-operators.ts";
import { removeUserFactors } from "../../services/operators/remove-user-factors.ts";
import type { AppEnv } from "../app-env.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { deleteBody, jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { postTwin } from "../post-twin.ts";
import {
  INVALID_QUERY,
  invalidId,
  problemAnswers,
  problemAnswersWith,
} from "../problem-answers.ts";
import { BODY_PROBLEMS, OPERATOR_CHANGE_PROBLEMS, OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer, jsonRequest } from "../routing.ts";

const putRole = createRoute({
  method: "put",
  path: "/users/{id}/role",
  tags: ["admin"],
  operationId: "changeRole",
  summary: "Set a user's role",
  description:
    "For admins. It takes effect at once and ends the user's sessions. `user` means no role. Any other role needs a second factor. A suspended user gets no role with more rights than before. When there is a second admin, a role with more rights than before is only proposed (202), and another admin approves it.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: UserIdParam,
    body: jsonRequest(ChangeRole, { support: { role: "support" }, none: { role: "user" } }),
  },
  responses: {
    200: jsonAnswer("The user as they are now.", AccountBody, {
      changed: { ...ACCOUNT, role: "support" },
    }),
    202: jsonAnswer("The proposal. Nothing has changed yet.", RoleProposalBody, {
      proposed: ROLE_PROPOSAL,
    }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "user_not_found",
      "own_account",
      "user_already_suspended",
      "role_needs_factor",
    ),
  },
});

const removeFactors = createRoute({
  method: "delete",
  path: "/users/{id}/factors",
  tags: ["admin"],
  operationId: "removeUserFactors",
  summary: "Remove a user's second factors",
  description:
    "For admins. It removes the authenticator app, the passkeys and the recovery codes, ends all sessions and tells the user. After that the password alone is enough to log in.",
  security: BEARER,
  middleware: [authenticated, deleteBody],
  request: {
    params: UserIdParam,
    body: jsonRequest(RemoveUserFactors, { request: { reason: "owner_request" } }),
  },
  responses: {
    204: emptyAnswer("The factors are removed."),
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
  summary: "List the users with a role",
  description: "For admins. The oldest account comes first.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: OperatorsQuery },
  responses: {
    200: jsonAnswer("A page of users with a role.", OperatorsPage, {
      page: { data: [{ ...ACCOUNT, role: "admin" }], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...OPERATOR_PROBLEMS, "invalid_request"),
  },
});

const acts = createRoute({
  method: "get",
  path: "/operators/{id}/audit-events",
  tags: ["admin"],
  operationId: "listOperatorActs",
  summary: "List an operator's audit events",
  description:
    "For admins. What an operator looked at and changed, the newest first. It also answers for a former operator.",
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

const onRemoveFactors: RouteHandler<typeof removeFactors, AppEnv> = async (c) => {
  const { id } = c.req.valid("param");
  orProblem(await removeUserFactors(c.var.services, c.var.caller, id, c.req.valid("json")));
  return c.body(null, 204);
};

/** Mounted under /v1/admin. */
export const adminOperatorRoutes = createRouter()
  .openapi(putRole, async (c) => {
    const { id } = c.req.valid("param");
    const { services, caller } = c.var;
    const changed = orProblem(await changeRole(services, caller, id, c.req.valid("json")));
    return "account" in changed
      ? c.json(accountBody(changed.account), 200)
      : c.json(roleProposalBody(changed.proposal), 202);
  })
  .openapi(removeFactors, onRemoveFactors)
  .openapi(postTwin(removeFactors), onRemoveFactors)
  .openapi(operators, async (c) => {
    const { services, caller } = c.var;
    const scope = [caller.userId];
    const found = await listOperators(services, caller, readPage(c.req.valid("query"), scope));
    return c.json(operatorsPage(orProblem(found), scope), 200);
  })
  .openapi(acts, async (c) => {
    const { services, caller } = c.var;
    const { id } = c.req.valid("param");
    const scope = ["acts", caller.userId, id];
    const page = readPage(c.req.valid("query"), scope);
    const found = await listOperatorActs(services, caller, id, page);
    return c.json(watchedEventsPage(orProblem(found), scope), 200);
  });
