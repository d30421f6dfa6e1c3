import { createRoute } from "@hono/zod-openapi";
import {
  SuspendedEventsPage,
  SuspendedEventsQuery,
  suspendedEventsPage,
} from "../../contract/funding-events.ts";
import { SUSPENDED_EVENT } from "../../contract/funding-examples.ts";
import { listSuspendedEvents } from "../../services/operators/list-suspended-events.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, problemAnswersWith } from "../problem-answers.ts";
import { OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/funding-events",
  tags: ["admin"],
  operationId: "listSuspendedEvents",
  summary: "List the provider's events in suspense",
  description:
    "For support and admins: events about money that could not be given to a wallet, or was taken back. The oldest comes first. An approved adjustment that names the event resolves it.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: SuspendedEventsQuery },
  responses: {
    200: jsonAnswer("A page of events.", SuspendedEventsPage, {
      page: { data: [SUSPENDED_EVENT], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...OPERATOR_PROBLEMS, "invalid_request"),
  },
});

/** Mounted under /v1/admin. */
export const adminFundingEventRoutes = createRouter().openapi(list, async (c) => {
  const { services, caller } = c.var;
  const scope = [caller.userId];
  const page = readPage(c.req.valid("query"), scope);
  const found = await listSuspendedEvents(services, caller, page);
  return c.json(suspendedEventsPage(orProblem(found), scope), 200);
});
