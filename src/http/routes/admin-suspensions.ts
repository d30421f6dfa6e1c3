import { createRoute, type RouteHandler } from "@hono/zod-openapi";
import {
  AccountBody,
  accountBody,
  LiftSuspension,
  SuspendUser,
  UserIdParam,
} from "../../contract/admin.ts";
import { ACCOUNT, SUSPENDED_ACCOUNT } from "../../contract/examples.ts";
import { EVENTS_PER_HOUR_MAX } from "../../domain/bounds.ts";
import { liftSuspension } from "../../services/operators/lift-suspension.ts";
import { suspendUser } from "../../services/operators/suspend-user.ts";
import type { AppEnv } from "../app-env.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { deleteBody, jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { postTwin } from "../post-twin.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPERATOR_CHANGE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

const suspend = createRoute({
  method: "put",
  path: "/users/{id}/suspension",
  tags: ["admin"],
  operationId: "suspendUser",
  summary: "Suspend a user",
  description:
    "For support and admins; only admins suspend an operator. A suspended user's payments and changes are refused; reads, login, logout, the end of sessions and a password reset by code still work. Of a suspended user, a legal order replaces another reason; `since` stays.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: UserIdParam,
    body: jsonRequest(SuspendUser, { takeover: { reason: "suspected_takeover" } }),
  },
  responses: {
    200: jsonAnswer("The user as they are now.", AccountBody, { suspended: SUSPENDED_ACCOUNT }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "user_not_found",
      "own_account",
      "user_already_suspended",
    ),
  },
});

const lift = createRoute({
  method: "delete",
  path: "/users/{id}/suspension",
  tags: ["admin"],
  operationId: "liftSuspension",
  summary: "Lift a user's suspension",
  description: `For support and admins; only admins lift an operator's. The operator who suspended the user by a legal order cannot lift it. At most ${EVENTS_PER_HOUR_MAX.lift} suspensions of a user are lifted within an hour.`,
  security: BEARER,
  middleware: [authenticated, deleteBody],
  request: {
    params: UserIdParam,
    body: jsonRequest(LiftSuspension, { verified: { reason: "owner_verified" } }),
  },
  responses: {
    200: jsonAnswer("The user as they are now.", AccountBody, { active: ACCOUNT }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "user_not_found",
      "own_account",
      "user_not_suspended",
      "other_operator_required",
      "too_many_attempts",
    ),
  },
});

const onLift: RouteHandler<typeof lift, AppEnv> = async (c) => {
  const { id } = c.req.valid("param");
  const lifted = await liftSuspension(c.var.services, c.var.caller, id, c.req.valid("json"));
  return c.json(accountBody(orProblem(lifted)), 200);
};

/** Mounted under /v1/admin. */
export const adminSuspensionRoutes = createRouter()
  .openapi(suspend, async (c) => {
    const { id } = c.req.valid("param");
    const suspended = await suspendUser(c.var.services, c.var.caller, id, c.req.valid("json"));
    return c.json(accountBody(orProblem(suspended)), 200);
  })
  .openapi(lift, onLift)
  .openapi(postTwin(lift), onLift);
