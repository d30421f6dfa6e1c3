import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE } from "../../contract/examples.ts";
import {
  RequestPasswordReset,
  ResetPassword,
  ResetRequested,
} from "../../contract/password-reset.ts";
import { CODE_TTL_SECONDS, FACTOR_SETTLES_HOURS } from "../../domain/bounds.ts";
import { requestPasswordReset } from "../../services/identity/request-password-reset.ts";
import { resetPassword } from "../../services/identity/reset-password.ts";
import { readContact } from "../body-values.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { problemAnswers, problemAnswersWith, weakPassword } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { createRouter, emptyAnswer, jsonAnswer, jsonRequest, PUBLIC } from "../routing.ts";

const postReset = createRoute({
  method: "post",
  path: "/",
  tags: ["auth"],
  operationId: "requestPasswordReset",
  summary: "Request a password reset",
  description:
    "Sends a code to a verified phone or e-mail address. The answer is the same whether or not the contact belongs to a user.",
  security: PUBLIC,
  middleware: [jsonBody],
  request: {
    body: jsonRequest(RequestPasswordReset, {
      phone: { phone: EXAMPLE.phone },
      email: { email: EXAMPLE.email },
    }),
  },
  responses: {
    202: jsonAnswer("A code is sent if a user has verified the contact.", ResetRequested, {
      requested: { reset_token: EXAMPLE.resetToken, expires_in: CODE_TTL_SECONDS },
    }),
    ...problemAnswers(...OPEN_WRITE_PROBLEMS, ...BODY_PROBLEMS, "too_many_attempts"),
  },
});

const postConfirm = createRoute({
  method: "post",
  path: "/confirm",
  tags: ["auth"],
  operationId: "resetPassword",
  summary: "Set a new password by a code",
  description: `Ends all sessions of the user and tells them. The next login still needs the second factor, unless it was enrolled in the last ${FACTOR_SETTLES_HOURS} hours and after the contact was verified: then it is removed.`,
  security: PUBLIC,
  middleware: [jsonBody],
  request: {
    body: jsonRequest(ResetPassword, {
      reset: {
        reset_token: EXAMPLE.resetToken,
        code: EXAMPLE.code,
        new_password: EXAMPLE.newPassword,
      },
    }),
  },
  responses: {
    204: emptyAnswer("The password is changed. Log in with it."),
    ...problemAnswersWith(
      weakPassword("/new_password"),
      ...OPEN_WRITE_PROBLEMS,
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
