import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE } from "../../contract/examples.ts";
import { PhoneClaimRequested, RequestPhoneClaim } from "../../contract/phone-claims.ts";
import { CODE_TTL_SECONDS } from "../../domain/bounds.ts";
import { requestPhoneClaim } from "../../services/identity/request-phone-claim.ts";
import { readPhone } from "../body-values.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { createRouter, jsonAnswer, jsonRequest, PUBLIC } from "../routing.ts";

const postClaim = createRoute({
  method: "post",
  path: "/",
  tags: ["auth"],
  operationId: "requestPhoneClaim",
  summary: "Ask for a code that proves a phone",
  description:
    "Sends a code to the phone, unless somebody has verified it. The answer is the same in each case. Registration and PATCH /v1/users/me take the claim and the code as `phone_claim`: the phone is then verified, and another user who had it unverified loses it.",
  security: PUBLIC,
  middleware: [jsonBody],
  request: { body: jsonRequest(RequestPhoneClaim, { phone: { phone: EXAMPLE.phone } }) },
  responses: {
    202: jsonAnswer("A code is sent unless somebody has verified the phone.", PhoneClaimRequested, {
      requested: { claim: EXAMPLE.claim, expires_in: CODE_TTL_SECONDS },
    }),
    ...problemAnswers(...OPEN_WRITE_PROBLEMS, ...BODY_PROBLEMS, "too_many_attempts"),
  },
});

export const phoneClaimRoutes = createRouter().openapi(postClaim, async (c) => {
  const phone = readPhone(c.var.services.config, c.req.valid("json").phone);
  const outcome = await requestPhoneClaim(c.var.services, phone, originOf(c));
  const { claim } = orProblem(outcome);
  return c.json({ claim, expires_in: CODE_TTL_SECONDS }, 202);
});
