import { createRoute } from "@hono/zod-openapi";
import { AccountBody, accountBody, SetTier, UserIdParam } from "../../contract/admin.ts";
import { VERIFIED_ACCOUNT } from "../../contract/examples.ts";
import { setTier } from "../../services/operators/set-tier.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPERATOR_CHANGE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

const put = createRoute({
  method: "put",
  path: "/users/{id}/tier",
  tags: ["admin"],
  operationId: "setTier",
  summary: "Set a user's tier",
  description:
    "For support and admins; only admins set an operator's. The tier decides which limits apply, from the next operation on. What was used stays.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: UserIdParam,
    body: jsonRequest(SetTier, { verified: { tier: "verified", reason: "identity_verified" } }),
  },
  responses: {
    200: jsonAnswer("The user as they are now.", AccountBody, { verified: VERIFIED_ACCOUNT }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "user_not_found",
      "own_account",
    ),
  },
});

/** Mounted under /v1/admin. */
export const adminTierRoutes = createRouter().openapi(put, async (c) => {
  const { id } = c.req.valid("param");
  const set = await setTier(c.var.services, c.var.caller, id, c.req.valid("json"));
  return c.json(accountBody(orProblem(set)), 200);
});
