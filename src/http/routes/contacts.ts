import { createRoute } from "@hono/zod-openapi";
import { ChannelParam, CODE_SENT, CodeSent, VerifyContact } from "../../contract/contacts.ts";
import { EXAMPLE, USER } from "../../contract/examples.ts";
import { UserBody, userBody } from "../../contract/users.ts";
import { sendVerificationCode } from "../../services/identity/send-verification-code.ts";
import { verifyContact } from "../../services/identity/verify-contact.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { type ProblemExamples, problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { ACCOUNT_CHANGE_PROBLEMS, BODY_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

/** The example of a channel that does not exist. */
const invalidChannel: ProblemExamples = {
  invalid_request: {
    errors: [
      {
        in: "path",
        pointer: "/channel",
        code: "invalid_value",
        message: "must be one of phone, email",
      },
    ],
  },
};

const postVerification = createRoute({
  method: "post",
  path: "/me/contacts/{channel}/verification",
  tags: ["users"],
  operationId: "sendVerificationCode",
  summary: "Send a code to your phone or e-mail address",
  description: "An earlier code is void. The wait between two codes grows.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: ChannelParam },
  responses: {
    202: jsonAnswer("The code is sent.", CodeSent, { sent: CODE_SENT }),
    ...problemAnswersWith(
      invalidChannel,
      ...ACCOUNT_CHANGE_PROBLEMS,
      "invalid_request",
      "contact_missing",
      "contact_verified",
      "too_many_attempts",
    ),
  },
});

const postConfirm = createRoute({
  method: "post",
  path: "/me/contacts/{channel}/verification/confirm",
  tags: ["users"],
  operationId: "verifyContact",
  summary: "Verify a contact by its code",
  description: "A code is good once, for ten minutes, and is void after five wrong attempts.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: ChannelParam,
    body: jsonRequest(VerifyContact, { code: { code: EXAMPLE.code } }),
  },
  responses: {
    200: jsonAnswer("The profile as it is now.", UserBody, { verified: USER }),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "code_refused",
      "contact_missing",
      "contact_verified",
      "email_taken",
      "too_many_attempts",
    ),
  },
});

export const contactRoutes = createRouter()
  .openapi(postVerification, async (c) => {
    const { channel } = c.req.valid("param");
    const input = { channel, origin: originOf(c) };
    orProblem(await sendVerificationCode(c.var.services, c.var.caller, input));
    return c.json(CODE_SENT, 202);
  })
  .openapi(postConfirm, async (c) => {
    const { channel } = c.req.valid("param");
    const { code } = c.req.valid("json");
    const proof = { channel, code, origin: originOf(c) };
    const outcome = await verifyContact(c.var.services, c.var.caller, proof);
    return c.json(userBody(orProblem(outcome)), 200);
  });
