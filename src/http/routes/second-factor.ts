import { createRoute } from "@hono/zod-openapi";
import { LoggedIn, loggedInBody, SecondStep } from "../../contract/auth.ts";
import { EXAMPLE, LOGGED_IN, LOGGED_IN_BY_COOKIE } from "../../contract/examples.ts";
import { StepUp } from "../../contract/factors.ts";
import { PASSKEY_ANSWER, PASSKEY_OPTIONS } from "../../contract/passkey-examples.ts";
import { PasskeyChallenge, PasskeyLogin } from "../../contract/passkeys.ts";
import { finishLogin } from "../../services/identity/finish-login.ts";
import { logInWithPasskey } from "../../services/identity/log-in-with-passkey.ts";
import { startPasskeyLogin } from "../../services/identity/start-passkey-login.ts";
import { startPasskeyStepUp } from "../../services/identity/start-passkey-step-up.ts";
import { stepUp } from "../../services/identity/step-up.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { ownPages } from "../middleware/own-pages.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import type { ErrorCode } from "../problem.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPEN_WRITE_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { answerTokens, requireOwnOriginFor } from "../refresh-cookie.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer, jsonRequest, PUBLIC } from "../routing.ts";

/** Problems of each route that accepts a second factor. */
const PROOF_PROBLEMS = [
  "second_factor_wrong",
  "passkey_invalid",
  "challenge_invalid",
  "too_many_attempts",
] as const satisfies ErrorCode[];

const LOGGED_IN_EXAMPLES = { loggedIn: LOGGED_IN, cookie: LOGGED_IN_BY_COOKIE };

const postSecondFactor = createRoute({
  method: "post",
  path: "/login/second-factor",
  tags: ["auth"],
  operationId: "finishLogIn",
  summary: "Finish a login by a second factor",
  description:
    "Send one of: the authenticator app's code, a recovery code, or a passkey's answer to `passkey_options`. Each of them is good once. Send `refresh_token_in` here too: the first step's does not count for this one.",
  security: PUBLIC,
  middleware: [jsonBody],
  request: {
    body: jsonRequest(SecondStep, {
      totp: { challenge: EXAMPLE.challenge, code: EXAMPLE.totp },
      recoveryCode: { challenge: EXAMPLE.challenge, recovery_code: EXAMPLE.recoveryCode },
      passkey: { challenge: EXAMPLE.challenge, passkey: PASSKEY_ANSWER },
      cookie: {
        challenge: EXAMPLE.challenge,
        code: EXAMPLE.totp,
        refresh_token_in: "cookie",
      },
    }),
  },
  responses: {
    200: jsonAnswer("The user and their tokens.", LoggedIn, LOGGED_IN_EXAMPLES, "Set-Cookie"),
    ...problemAnswers(
      ...OPEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      "origin_not_allowed",
      ...PROOF_PROBLEMS,
    ),
  },
});

const postPasskeyOptions = createRoute({
  method: "post",
  path: "/login/passkey/options",
  tags: ["auth"],
  operationId: "startPasskeyLogin",
  summary: "Begin a login by passkey",
  description: "It names no user: the browser offers the passkeys that it has for this service.",
  security: PUBLIC,
  middleware: [ownPages],
  responses: {
    200: jsonAnswer("What the browser needs.", PasskeyChallenge, {
      options: { options: { ...PASSKEY_OPTIONS, allowCredentials: [] } },
    }),
    ...problemAnswers(...OPEN_WRITE_PROBLEMS, "origin_not_allowed"),
  },
});

const postPasskey = createRoute({
  method: "post",
  path: "/login/passkey",
  tags: ["auth"],
  operationId: "logInByPasskey",
  summary: "Log in by a passkey",
  description:
    "The passkey replaces the password. The browser asked for a PIN or a fingerprint, so it is a second factor too.",
  security: PUBLIC,
  middleware: [jsonBody],
  request: { body: jsonRequest(PasskeyLogin, { passkey: { passkey: PASSKEY_ANSWER } }) },
  responses: {
    200: jsonAnswer("The user and their tokens.", LoggedIn, LOGGED_IN_EXAMPLES, "Set-Cookie"),
    ...problemAnswers(
      ...OPEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      "origin_not_allowed",
      "passkey_invalid",
      "challenge_invalid",
      "too_many_attempts",
    ),
  },
});

const postStepUpOptions = createRoute({
  method: "post",
  path: "/step-up/options",
  tags: ["auth"],
  operationId: "startPasskeyStepUp",
  summary: "Begin a step-up by passkey",
  description: "The answer is for the browser. Send what it gives to POST /v1/auth/step-up.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("What the browser needs.", PasskeyChallenge, {
      options: { options: PASSKEY_OPTIONS },
    }),
    ...problemAnswers(...TOKEN_WRITE_PROBLEMS, "factor_not_found"),
  },
});

const postStepUp = createRoute({
  method: "post",
  path: "/step-up",
  tags: ["auth"],
  operationId: "stepUp",
  summary: "Prove a second factor in this session",
  description:
    "For five minutes the session may do what `step_up_required` refused: move a large amount, change the phone, the e-mail address, the password or the factors, and delete the account. Send one of the code, a recovery code and a passkey's answer.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: {
    body: jsonRequest(StepUp, {
      totp: { code: EXAMPLE.totp },
      recoveryCode: { recovery_code: EXAMPLE.recoveryCode },
      passkey: { passkey: PASSKEY_ANSWER },
    }),
  },
  responses: {
    204: emptyAnswer("The session has a fresh second factor."),
    ...problemAnswers(...TOKEN_WRITE_PROBLEMS, ...BODY_PROBLEMS, ...PROOF_PROBLEMS),
  },
});

export const secondFactorRoutes = createRouter()
  .openapi(postSecondFactor, async (c) => {
    const { place, ...step } = c.req.valid("json");
    requireOwnOriginFor(c, place);
    const { user, tokens } = orProblem(
      await finishLogin(c.var.services, { ...step, origin: originOf(c) }),
    );
    return c.json(loggedInBody(user, answerTokens(c, tokens, place)), 200);
  })
  .openapi(postPasskeyOptions, async (c) =>
    c.json({ options: await startPasskeyLogin(c.var.services) }, 200),
  )
  .openapi(postPasskey, async (c) => {
    const { passkey, refresh_token_in: place } = c.req.valid("json");
    requireOwnOriginFor(c, place);
    const { user, tokens } = orProblem(
      await logInWithPasskey(c.var.services, { answer: passkey, origin: originOf(c) }),
    );
    return c.json(loggedInBody(user, answerTokens(c, tokens, place)), 200);
  })
  .openapi(postStepUpOptions, async (c) => {
    const options = orProblem(await startPasskeyStepUp(c.var.services, c.var.caller));
    return c.json({ options: options }, 200);
  })
  .openapi(postStepUp, async (c) => {
    orProblem(await stepUp(c.var.services, c.var.caller, c.req.valid("json")));
    return c.body(null, 204);
  });
