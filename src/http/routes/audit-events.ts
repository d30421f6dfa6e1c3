import { createRoute } from "@hono/zod-openapi";
import { AuditEventsPage, AuditEventsQuery, auditEventsPage } from "../../contract/audit-events.ts";
import { listAuditEvents } from "../../services/audit/list-audit-events.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { BEARER, createRouter, jsonAnswer, problemAnswers, TOKEN_PROBLEMS } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/me/audit-events",
  tags: ["users"],
  operationId: "listAuditEvents",
  summary: "List what happened to one's own account",
  description: "The last committed first; what operators looked at or changed is among it.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: AuditEventsQuery },
  responses: {
    200: jsonAnswer("A page of events.", AuditEventsPage),
    ...problemAnswers(...TOKEN_PROBLEMS, "invalid_request"),
  },
});

/** Mounted under /v1/users. */
export const auditEventRoutes = createRouter().openapi(list, async (c) => {
  const { cursor, limit } = c.req.valid("query");
  const page = { after: cursor ?? null, limit };
  const found = await listAuditEvents(c.var.services, c.var.caller, page);
  return c.json(auditEventsPage(orProblem(found)), 200);
});
