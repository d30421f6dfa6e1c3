import { createRoute } from "@hono/zod-openapi";
import { UserIdParam } from "../../contract/admin.ts";
import { CURRENCY_LIMITS } from "../../contract/examples.ts";
import { currencyLimitsBody, LimitsBody, LimitsQuery } from "../../contract/limits.ts";
import { SESSION } from "../../contract/list-examples.ts";
import { SessionList, sessionBody } from "../../contract/sessions.ts";
import { WATCHED_FACTORS } from "../../contract/watched-examples.ts";
import { WatchedFactorsBody, watchedFactorsBody } from "../../contract/watched-factors.ts";
import { listUserFactors } from "../../services/operators/list-user-factors.ts";
import { listUserSessions } from "../../services/operators/list-user-sessions.ts";
import { readUserLimits } from "../../services/operators/read-user-limits.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { invalidId, problemAnswersWith } from "../problem-answers.ts";
import { OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const PROBLEMS = problemAnswersWith(
  invalidId("usr"),
  ...OPERATOR_PROBLEMS,
  "invalid_request",
  "user_not_found",
);

const limits = createRoute({
  method: "get",
  path: "/users/{id}/limits",
  tags: ["admin"],
  operationId: "listUserLimits",
  summary: "List a user's limits",
  description:
    "For support and admins. The tier, the limits and what is used of them, as the user sees them. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam, query: LimitsQuery },
  responses: {
    200: jsonAnswer("The user's limits.", LimitsBody, {
      limits: { tier: "basic", zone: "Asia/Aden", data: [CURRENCY_LIMITS] },
    }),
    ...PROBLEMS,
  },
});

const sessions = createRoute({
  method: "get",
  path: "/users/{id}/sessions",
  tags: ["admin"],
  operationId: "listUserSessions",
  summary: "List a user's sessions",
  description:
    "For support and admins. The active sessions, the last seen first. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    200: jsonAnswer("The sessions.", SessionList, {
      sessions: { data: [{ ...SESSION, is_current: false }] },
    }),
    ...PROBLEMS,
  },
});

const factors = createRoute({
  method: "get",
  path: "/users/{id}/factors",
  tags: ["admin"],
  operationId: "listUserFactors",
  summary: "List a user's second factors",
  description:
    "For support and admins. Kinds, counts and times, no secrets. The user's audit log records this look-up.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: UserIdParam },
  responses: {
    200: jsonAnswer("The second factors.", WatchedFactorsBody, { factors: WATCHED_FACTORS }),
    ...PROBLEMS,
  },
});

/** Mounted under /v1/admin. */
export const adminUserSecurityRoutes = createRouter()
  .openapi(limits, async (c) => {
    const { id } = c.req.valid("param");
    const { currency = null } = c.req.valid("query");
    const read = orProblem(await readUserLimits(c.var.services, c.var.caller, id, currency));
    const { tier, zone, currencies } = read;
    return c.json({ tier, zone, data: currencies.map(currencyLimitsBody) }, 200);
  })
  .openapi(sessions, async (c) => {
    const { id } = c.req.valid("param");
    const found = orProblem(await listUserSessions(c.var.services, c.var.caller, id));
    return c.json({ data: found.map(sessionBody) }, 200);
  })
  .openapi(factors, async (c) => {
    const { id } = c.req.valid("param");
    const found = await listUserFactors(c.var.services, c.var.caller, id);
    return c.json(watchedFactorsBody(orProblem(found)), 200);
  });
