import { createRoute } from "@hono/zod-openapi";
import { RequestPasswordReset, ResetPassword, ResetRequested } from "../../contract/contacts.ts";
import { CODE_TTL_SECONDS, FACTOR_SETTLES_HOURS } from "../../domain/bounds.ts";
import { requestPasswordReset } from "../../services/identity/request-password-reset.ts";
import { resetPassword } from "../../services/identity/reset-password.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { readContact } from "../read-phone.ts";
import {
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  OPEN_PROBLEMS,
  problemAnswers,
} from "../routing.ts";

const postReset = createRoute({
  method: "post",
  path: "/",
  tags: ["auth"],
  operationId: "requestPasswordReset",
  summary: "Have a code for a new password sent to a verified contact",
  description:
    "Answered alike whether or not anybody has verified the contact; only then is a code sent.",
  middleware: [jsonBody],
  request: { body: jsonRequest(RequestPasswordReset) },
  responses: {
    202: jsonAnswer("A code is on its way, if somebody is there.", ResetRequested),
    ...problemAnswers(...OPEN_PROBLEMS, ...BODY_PROBLEMS, "too_many_attempts"),
  },
});

const postConfirm = createRoute({
  method: "post",
  path: "/confirm",
  tags: ["auth"],
  operationId: "resetPassword",
  summary: "Set a new password with the reset's token and the code",
  description: `Ends all sessions of the person and tells them. A second factor is still asked for at log-in, unless it was enrolled in the last ${FACTOR_SETTLES_HOURS} hours and after the contact was verified: then it is removed.`,
  middleware: [jsonBody],
  request: { body: jsonRequest(ResetPassword) },
  responses: {
    204: { description: "The new password holds. Log in with it." },
    ...problemAnswers(
      ...OPEN_PROBLEMS,
      ...BODY_PROBLEMS,
      "code_refused",
      "weak_password",
      "too_many_attempts",
    ),
  },
});

export const passwordResetRoutes = createRouter()
  .openapi(postReset, async (c) => {
    const contact = readContact(c.var.services.config, c.req.valid("json"));
    const outcome = await requestPasswordReset(c.var.services, contact, originOf(c));
    const { resetToken } = orProblem(outcome);
    return c.json({ reset_token: resetToken, expires_in: CODE_TTL_SECONDS }, 202);
  })
  .openapi(postConfirm, async (c) => {
    const { reset_token: resetToken, code, new_password: newPassword } = c.req.valid("json");
    const reset = { resetToken, code, newPassword };
    const outcome = await resetPassword(c.var.services, reset, originOf(c));
    orProblem(outcome, "/new_password");
    return c.body(null, 204);
  });
