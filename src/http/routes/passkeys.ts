import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE } from "../../contract/examples.ts";
import { RECOVERY_CODES } from "../../contract/factor-examples.ts";
import {
  BeginFactor,
  PasskeyAddedBody,
  PasskeyBody,
  PasskeyIdParam,
  passkeyBody,
} from "../../contract/factors.ts";
import {
  PASSKEY,
  REGISTRATION_ANSWER,
  REGISTRATION_OPTIONS,
} from "../../contract/passkey-examples.ts";
import { RegisterPasskey, RegistrationChallenge, RenamePasskey } from "../../contract/passkeys.ts";
import { registerPasskey } from "../../services/identity/register-passkey.ts";
import { removePasskey } from "../../services/identity/remove-passkey.ts";
import { renamePasskey } from "../../services/identity/rename-passkey.ts";
import { startPasskeyRegistration } from "../../services/identity/start-passkey-registration.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { rateLimitedHashing } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import { invalidId, problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { ACCOUNT_CHANGE_PROBLEMS, BODY_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer, jsonRequest } from "../routing.ts";

const postOptions = createRoute({
  method: "post",
  path: "/options",
  tags: ["factors"],
  operationId: "askPasskeyRegistration",
  summary: "Begin to register a passkey",
  description: "The answer is for the browser. Send what it gives to POST /v1/factors/passkeys.",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, jsonBody] as const,
  request: { body: jsonRequest(BeginFactor, { password: { password: EXAMPLE.password } }) },
  responses: {
    200: jsonAnswer("What the browser needs.", RegistrationChallenge, {
      options: { options: REGISTRATION_OPTIONS },
    }),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "step_up_required",
      "wrong_password",
      "passkey_limit_reached",
      "too_many_attempts",
    ),
  },
});

const postPasskey = createRoute({
  method: "post",
  path: "/",
  tags: ["factors"],
  operationId: "registerPasskey",
  summary: "Register a passkey",
  description: "From then on every login needs a second factor. A passkey is enough to log in.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: {
    body: jsonRequest(RegisterPasskey, {
      passkey: { name: "Amina's phone", passkey: REGISTRATION_ANSWER },
    }),
  },
  responses: {
    201: jsonAnswer(
      "The passkey is registered. The first factor brings recovery codes.",
      PasskeyAddedBody,
      {
        firstFactor: { passkey: PASSKEY, recovery_codes: RECOVERY_CODES },
      },
    ),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "step_up_required",
      "passkey_invalid",
      "challenge_invalid",
      "passkey_taken",
      "passkey_limit_reached",
      "too_many_attempts",
    ),
  },
});

const patchPasskey = createRoute({
  method: "patch",
  path: "/{id}",
  tags: ["factors"],
  operationId: "renamePasskey",
  summary: "Rename a passkey",
  description: "The name is for you; the passkey stays the same.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: {
    params: PasskeyIdParam,
    body: jsonRequest(RenamePasskey, { name: { name: "Amina's laptop" } }),
  },
  responses: {
    200: jsonAnswer("The passkey as it is now.", PasskeyBody, {
      renamed: { ...PASSKEY, name: "Amina's laptop" },
    }),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "factor_not_found",
      "too_many_attempts",
    ),
  },
});

const deletePasskey = createRoute({
  method: "delete",
  path: "/{id}",
  tags: ["factors"],
  operationId: "removePasskey",
  summary: "Remove a passkey",
  description:
    "Removing the last factor removes the recovery codes too, and a login then needs the password alone. A user with a role must keep one factor.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: PasskeyIdParam },
  responses: {
    204: emptyAnswer("The passkey is removed."),
    ...problemAnswersWith(
      invalidId("psk"),
      ...ACCOUNT_CHANGE_PROBLEMS,
      "invalid_request",
      "step_up_required",
      "factor_not_found",
      "role_needs_factor",
    ),
  },
});

export const passkeyRoutes = createRouter()
  .openapi(postOptions, async (c) => {
    const options = await startPasskeyRegistration(
      c.var.services,
      c.var.caller,
      c.req.valid("json"),
    );
    return c.json({ options: orProblem(options) }, 200);
  })
  .openapi(postPasskey, async (c) => {
    const { name, passkey: answer } = c.req.valid("json");
    const input = { name, answer };
    const added = await registerPasskey(c.var.services, c.var.caller, input);
    const { passkey, recoveryCodes } = orProblem(added);
    const body = {
      passkey: passkeyBody(passkey),
      recovery_codes: recoveryCodes && [...recoveryCodes],
    };
    return c.json(body, 201);
  })
  .openapi(patchPasskey, async (c) => {
    const change = { id: c.req.valid("param").id, name: c.req.valid("json").name };
    const passkey = orProblem(await renamePasskey(c.var.services, c.var.caller, change));
    return c.json(passkeyBody(passkey), 200);
  })
  .openapi(deletePasskey, async (c) => {
    const { id } = c.req.valid("param");
    orProblem(await removePasskey(c.var.services, c.var.caller, id));
    return c.body(null, 204);
  });
