import { createRoute } from "@hono/zod-openapi";
import {
  BeginFactor,
  PasskeyAddedBody,
  PasskeyBody,
  PasskeyIdParam,
  passkeyBody,
} from "../../contract/factors.ts";
import { RegisterPasskey, RegistrationChallenge, RenamePasskey } from "../../contract/passkeys.ts";
import { registerPasskey } from "../../services/identity/register-passkey.ts";
import { removePasskey } from "../../services/identity/remove-passkey.ts";
import { renamePasskey } from "../../services/identity/rename-passkey.ts";
import { startPasskeyRegistration } from "../../services/identity/start-passkey-registration.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { rateLimitedHashing } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  problemAnswers,
  TOKEN_PROBLEMS,
} from "../routing.ts";

const postOptions = createRoute({
  method: "post",
  path: "/options",
  tags: ["factors"],
  operationId: "askPasskeyRegistration",
  summary: "Begin to register a passkey",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, jsonBody] as const,
  request: { body: jsonRequest(BeginFactor) },
  responses: {
    200: jsonAnswer("What the browser needs.", RegistrationChallenge),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
  summary: "Register the passkey that the browser made",
  description: "From then on every log-in asks for a second factor, or takes a passkey alone.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: { body: jsonRequest(RegisterPasskey) },
  responses: {
    201: jsonAnswer("It is registered; with the first factor come codes.", PasskeyAddedBody),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: { params: PasskeyIdParam, body: jsonRequest(RenamePasskey) },
  responses: {
    200: jsonAnswer("The passkey as it is now.", PasskeyBody),
    ...problemAnswers(...TOKEN_PROBLEMS, ...BODY_PROBLEMS, "factor_not_found"),
  },
});

const deletePasskey = createRoute({
  method: "delete",
  path: "/{id}",
  tags: ["factors"],
  operationId: "removePasskey",
  summary: "Remove a passkey",
  description:
    "With the last factor go the recovery codes, and nothing is asked for any more. Who has a role keeps one.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: PasskeyIdParam },
  responses: {
    204: { description: "It is removed." },
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
