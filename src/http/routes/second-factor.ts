import { createRoute } from "@hono/zod-openapi";
import { LoggedIn, loggedInBody, SecondStep } from "../../contract/auth.ts";
import { StepUp } from "../../contract/factors.ts";
import { PasskeyChallenge, PasskeyLogin } from "../../contract/passkeys.ts";
import { finishLogin } from "../../services/identity/finish-login.ts";
import { logInWithPasskey } from "../../services/identity/log-in-with-passkey.ts";
import { startPasskeyLogin } from "../../services/identity/start-passkey-login.ts";
import { startPasskeyStepUp } from "../../services/identity/start-passkey-step-up.ts";
import { stepUp } from "../../services/identity/step-up.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import type { ErrorCode } from "../problem.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  OPEN_PROBLEMS,
  problemAnswers,
  TOKEN_PROBLEMS,
} from "../routing.ts";

/** What every route that takes a second factor may answer. */
const PROOF_PROBLEMS = [
  "second_factor_wrong",
  "passkey_invalid",
  "challenge_invalid",
  "too_many_attempts",
] as const satisfies ErrorCode[];

const postSecondFactor = createRoute({
  method: "post",
  path: "/login/second-factor",
  tags: ["auth"],
  operationId: "finishLogin",
  summary: "Prove the second factor of a log-in",
  description:
    "With one of: the code of the authenticator app, a recovery code, or a passkey's answer to `passkey_options`. Each code and each answer counts once.",
  middleware: [jsonBody],
  request: { body: jsonRequest(SecondStep) },
  responses: {
    200: jsonAnswer("Who logged in, and their tokens.", LoggedIn),
    ...problemAnswers(...OPEN_PROBLEMS, ...BODY_PROBLEMS, ...PROOF_PROBLEMS),
  },
});

const postPasskeyOptions = createRoute({
  method: "post",
  path: "/login/passkey/options",
  tags: ["auth"],
  operationId: "startPasskeyLogin",
  summary: "Begin a log-in by passkey",
  description: "Names nobody: the browser offers the passkeys that it has for this service.",
  responses: {
    200: jsonAnswer("What the browser needs.", PasskeyChallenge),
    ...problemAnswers(...OPEN_PROBLEMS),
  },
});

const postPasskey = createRoute({
  method: "post",
  path: "/login/passkey",
  tags: ["auth"],
  operationId: "logInWithPasskey",
  summary: "Log in by a passkey instead of the password",
  description: "It has asked for a PIN or a finger, so it is a second factor as well.",
  middleware: [jsonBody],
  request: { body: jsonRequest(PasskeyLogin) },
  responses: {
    200: jsonAnswer("Who logged in, and their tokens.", LoggedIn),
    ...problemAnswers(...OPEN_PROBLEMS, ...BODY_PROBLEMS, "passkey_invalid", "challenge_invalid"),
  },
});

const postStepUpOptions = createRoute({
  method: "post",
  path: "/step-up/options",
  tags: ["auth"],
  operationId: "startPasskeyStepUp",
  summary: "Begin a step-up by passkey",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("What the browser needs.", PasskeyChallenge),
    ...problemAnswers(...TOKEN_PROBLEMS, "factor_not_found"),
  },
});

const postStepUp = createRoute({
  method: "post",
  path: "/step-up",
  tags: ["auth"],
  operationId: "stepUp",
  summary: "Prove a second factor in this session",
  description:
    "For five minutes the session may do what `step_up_required` refused: move much money, change the phone, the e-mail address, the password or the factors, and delete the account.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: { body: jsonRequest(StepUp) },
  responses: {
    204: { description: "It is proven." },
    ...problemAnswers(...TOKEN_PROBLEMS, ...BODY_PROBLEMS, ...PROOF_PROBLEMS),
  },
});

export const secondFactorRoutes = createRouter()
  .openapi(postSecondFactor, async (c) => {
    const step = { ...c.req.valid("json"), origin: originOf(c) };
    const loggedIn = orProblem(await finishLogin(c.var.services, step));
    return c.json(loggedInBody(loggedIn), 200);
  })
  .openapi(postPasskeyOptions, async (c) =>
    c.json({ options: await startPasskeyLogin(c.var.services) }, 200),
  )
  .openapi(postPasskey, async (c) => {
    const { passkey } = c.req.valid("json");
    const loggedIn = orProblem(
      await logInWithPasskey(c.var.services, { answer: passkey, origin: originOf(c) }),
    );
    return c.json(loggedInBody(loggedIn), 200);
  })
  .openapi(postStepUpOptions, async (c) => {
    const options = orProblem(await startPasskeyStepUp(c.var.services, c.var.caller));
    return c.json({ options: options }, 200);
  })
  .openapi(postStepUp, async (c) => {
    orProblem(await stepUp(c.var.services, c.var.caller, c.req.valid("json")));
    return c.body(null, 204);
  });
