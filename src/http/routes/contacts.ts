import { createRoute } from "@hono/zod-openapi";
import { ChannelParam, CODE_SENT, CodeSent, VerifyContact } from "../../contract/contacts.ts";
import { UserBody, userBody } from "../../contract/users.ts";
import { sendVerificationCode } from "../../services/identity/send-verification-code.ts";
import { verifyContact } from "../../services/identity/verify-contact.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  problemAnswers,
  TOKEN_PROBLEMS,
} from "../routing.ts";

const postVerification = createRoute({
  method: "post",
  path: "/me/contacts/{channel}/verification",
  tags: ["users"],
  operationId: "sendVerificationCode",
  summary: "Have a code sent to one's own phone or e-mail address",
  description: "The code before it is void. More and more time must pass between codes.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: ChannelParam },
  responses: {
    202: jsonAnswer("A code is on its way.", CodeSent),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
  summary: "Bring the code back: the contact is verified",
  description: "A code is good once, for ten minutes, and void after five wrong ones.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: { params: ChannelParam, body: jsonRequest(VerifyContact) },
  responses: {
    200: jsonAnswer("The profile as it is now.", UserBody),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
