import { createRoute } from "@hono/zod-openapi";
import { AuditEventsPage, AuditEventsQuery, auditEventsPage } from "../../contract/audit-events.ts";
import { EVENT } from "../../contract/list-examples.ts";
import { listAuditEvents } from "../../services/audit/list-audit-events.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, problemAnswersWith } from "../problem-answers.ts";
import { TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/me/audit-events",
  tags: ["users"],
  operationId: "listAuditEvents",
  summary: "List your account's audit events",
  description:
    "What happened to your account, the last committed event first. What operators looked at or changed is included.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: AuditEventsQuery },
  responses: {
    200: jsonAnswer("A page of events.", AuditEventsPage, {
      page: { data: [EVENT], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...TOKEN_PROBLEMS, "invalid_request"),
  },
});

/** Mounted under /v1/users. */
export const auditEventRoutes = createRouter().openapi(list, async (c) => {
  const { services, caller } = c.var;
  const scope = ["own", caller.userId];
  const found = await listAuditEvents(services, caller, readPage(c.req.valid("query"), scope));
  return c.json(auditEventsPage(orProblem(found), scope), 200);
});
