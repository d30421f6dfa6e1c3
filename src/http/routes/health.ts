import { createRoute } from "@hono/zod-openapi";
import { Health, Readiness } from "../../contract/health.ts";
import { readReadiness } from "../../services/maintenance/read-readiness.ts";
import { ApiError } from "../problem.ts";
import { createRouter, jsonAnswer, OPEN_PROBLEMS, problemAnswers } from "../routing.ts";

const liveness = createRoute({
  method: "get",
  path: "/healthz",
  tags: ["health"],
  operationId: "getLiveness",
  summary: "Whether the service runs",
  responses: { 200: jsonAnswer("It runs.", Health), ...problemAnswers("internal_error") },
});

const readiness = createRoute({
  method: "get",
  path: "/readyz",
  tags: ["health"],
  operationId: "getReadiness",
  summary: "Whether the service can work: its database answers",
  responses: { 200: jsonAnswer("It is ready.", Readiness), ...problemAnswers(...OPEN_PROBLEMS) },
});

export const healthRoutes = createRouter()
  .openapi(liveness, (c) => c.json({ status: "ok" as const }, 200))
  .openapi(readiness, async (c) => {
    const readiness = await readReadiness(c.var.services);
    if (readiness) {
      const { verifiedUntil, problems } = readiness;
      const ledger = { verified_until: verifiedUntil, problems };
      return c.json({ status: "ok" as const, ledger }, 200);
    }
    throw new ApiError("service_busy", { detail: "The database does not answer." });
  });
