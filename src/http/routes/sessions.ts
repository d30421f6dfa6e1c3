import { createRoute } from "@hono/zod-openapi";
import { SESSION } from "../../contract/list-examples.ts";
import { SessionIdParam, SessionList, sessionBody } from "../../contract/sessions.ts";
import { endOtherSessions } from "../../services/identity/end-other-sessions.ts";
import { endSession } from "../../services/identity/end-session.ts";
import { listSessions } from "../../services/identity/list-sessions.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { invalidId, problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { TOKEN_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer } from "../routing.ts";

const getSessions = createRoute({
  method: "get",
  path: "/",
  tags: ["sessions"],
  operationId: "listSessions",
  summary: "List your sessions",
  description: "The active sessions, the last seen first.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("The sessions.", SessionList, { sessions: { data: [SESSION] } }),
    ...problemAnswers(...TOKEN_PROBLEMS),
  },
});

const deleteSession = createRoute({
  method: "delete",
  path: "/{id}",
  tags: ["sessions"],
  operationId: "endSession",
  summary: "End one of your sessions",
  description: "Its tokens are refused from the next request on.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: SessionIdParam },
  responses: {
    204: emptyAnswer("The session has ended."),
    ...problemAnswersWith(
      invalidId("ses"),
      ...TOKEN_WRITE_PROBLEMS,
      "invalid_request",
      "session_not_found",
    ),
  },
});

const deleteOthers = createRoute({
  method: "delete",
  path: "/",
  tags: ["sessions"],
  operationId: "endOtherSessions",
  summary: "End all your other sessions",
  description: "The session of the request stays.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    204: emptyAnswer("The other sessions have ended."),
    ...problemAnswers(...TOKEN_WRITE_PROBLEMS),
  },
});

export const sessionRoutes = createRouter()
  .openapi(getSessions, async (c) => {
    const sessions = orProblem(await listSessions(c.var.services, c.var.caller));
    return c.json({ data: sessions.map(sessionBody) }, 200);
  })
  .openapi(deleteSession, async (c) => {
    orProblem(await endSession(c.var.services, c.var.caller, c.req.valid("param").id));
    return c.body(null, 204);
  })
  .openapi(deleteOthers, async (c) => {
    orProblem(await endOtherSessions(c.var.services, c.var.caller));
    return c.body(null, 204);
  });
