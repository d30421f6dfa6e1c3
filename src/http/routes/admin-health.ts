import { createRoute } from "@hono/zod-openapi";
import { ServiceHealthBody, serviceHealthBody } from "../../contract/service-health.ts";
import { SERVICE_HEALTH } from "../../contract/watched-examples.ts";
import { readServiceHealth } from "../../services/operators/read-service-health.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { problemAnswers } from "../problem-answers.ts";
import { TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const read = createRoute({
  method: "get",
  path: "/health",
  tags: ["admin"],
  operationId: "getServiceHealth",
  summary: "Get the service's state in numbers",
  description:
    "For support and admins: how far the ledger is verified, what waits, and refusals by code. It has no personal data, so it is no look-up: it uses no quota and leaves no audit event.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("The state.", ServiceHealthBody, { health: SERVICE_HEALTH }),
    ...problemAnswers(...TOKEN_PROBLEMS, "role_required", "step_up_required", "account_suspended"),
  },
});

/** Mounted under /v1/admin. */
export const adminHealthRoutes = createRouter().openapi(read, async (c) => {
  const health = await readServiceHealth(c.var.services, c.var.caller);
  return c.json(serviceHealthBody(orProblem(health)), 200);
});
