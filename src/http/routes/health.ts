import { createRoute } from "@hono/zod-openapi";
import { Health, Readiness } from "../../contract/health.ts";
import { readReadiness } from "../../services/maintenance/read-readiness.ts";
import { ApiError } from "../problem.ts";
import { problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { createRouter, jsonAnswer, PUBLIC } from "../routing.ts";

const NO_DATABASE = "The database does not answer.";

const liveness = createRoute({
  method: "get",
  path: "/healthz",
  tags: ["health"],
  operationId: "getLiveness",
  summary: "Whether the service runs",
  description: "Answers without asking the database. A load balancer may ask often.",
  security: PUBLIC,
  responses: {
    200: jsonAnswer("It runs.", Health, { running: { status: "ok" } }),
    ...problemAnswers("internal_error", "url_too_long"),
  },
});

const readiness = createRoute({
  method: "get",
  path: "/readyz",
  tags: ["health"],
  operationId: "getReadiness",
  summary: "Whether the service can work: its database answers",
  description: "Asks the database, and says how far the ledger has been checked.",
  security: PUBLIC,
  responses: {
    200: jsonAnswer("It is ready.", Readiness, {
      ready: {
        status: "ok",
        ledger: { verified_until: "2026-11-23T09:30:00.018204Z", problems: 0 },
      },
    }),
    ...problemAnswersWith(
      { service_busy: { detail: NO_DATABASE } },
      "rate_limited",
      "internal_error",
      "service_busy",
      "url_too_long",
    ),
  },
});

// Monitors add parameters of their own against caches on the way.
export const healthRoutes = createRouter({ ignoresQueries: true })
  .openapi(liveness, (c) => c.json({ status: "ok" as const }, 200))
  .openapi(readiness, async (c) => {
    const readiness = await readReadiness(c.var.services);
    if (readiness) {
      const { verifiedUntil, problems } = readiness;
      const ledger = { verified_until: verifiedUntil, problems };
      return c.json({ status: "ok" as const, ledger }, 200);
    }
    throw new ApiError("service_busy", { detail: NO_DATABASE });
  });
