import { createRoute } from "@hono/zod-openapi";
import {
  LoginAnswer,
  LoginIdentity,
  loggedInBody,
  Register,
  Registered,
  secondFactorBody,
} from "../../contract/auth.ts";
import {
  EXAMPLE,
  LOGGED_IN,
  LOGGED_IN_BY_COOKIE,
  NEW_USER,
  NEW_WALLET,
} from "../../contract/examples.ts";
import { SECOND_FACTOR_REQUIRED } from "../../contract/factor-examples.ts";
import { userBody } from "../../contract/users.ts";
import { walletBody } from "../../contract/wallets.ts";
import { logIn } from "../../services/identity/log-in.ts";
import { register } from "../../services/identity/register.ts";
import { readLoginName, readPhone } from "../body-values.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { bearerToken } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { problemAnswers, problemAnswersWith, weakPassword } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { answerTokens, requireOwnOriginFor } from "../refresh-cookie.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest, PUBLIC, REPLAYED } from "../routing.ts";

const postRegister = createRoute({
  method: "post",
  path: "/register",
  tags: ["auth"],
  operationId: "register",
  summary: "Register a user",
  description:
    "Creates the user and their default wallet, in YEM. With `phone_claim` the phone is verified from the start, and is taken from a user who has it unverified.",
  security: PUBLIC,
  middleware: [jsonBody],
  parameters: IDEMPOTENCY_KEY,
  request: {
    body: jsonRequest(Register, {
      user: { username: "Amina Saleh", phone: EXAMPLE.phone, password: EXAMPLE.password },
      provenPhone: {
        username: "Amina Saleh",
        phone: EXAMPLE.phone,
        password: EXAMPLE.password,
        phone_claim: { claim: EXAMPLE.claim, code: EXAMPLE.code },
      },
    }),
  },
  responses: {
    201: jsonAnswer(
      "The user and their wallet.",
      Registered,
      { registered: { user: NEW_USER, wallet: NEW_WALLET } },
      "Idempotency-Replayed",
    ),
    ...problemAnswersWith(
      weakPassword(),
      ...OPEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      "weak_password",
      "code_refused",
      "phone_taken",
      "idempotency_key_reused",
      "too_many_attempts",
    ),
  },
});

const postLogin = createRoute({
  method: "post",
  path: "/login",
  tags: ["auth"],
  operationId: "logIn",
  summary: "Log in",
  security: [{}, ...BEARER],
  description:
    "An unknown phone and a wrong password get the same answer. An account without a phone logs in by `user_id`; any other `user_id` is answered like an unknown one. After several wrong attempts each further attempt must wait; Retry-After says how long. A client that was logged in before may send its last access token, expired or not: it is then not delayed by the attempts of others. If a second factor is enrolled, `status` is `second_factor_required`, and POST /v1/auth/login/second-factor gives the tokens. A page of the service's own origin can have the refresh token in a cookie: `refresh_token_in`.",
  middleware: [jsonBody],
  request: {
    body: jsonRequest(LoginIdentity, {
      password: { phone: EXAMPLE.phone, password: EXAMPLE.password },
      withoutPhone: { user_id: EXAMPLE.userWithoutPhone, password: EXAMPLE.password },
      cookie: { phone: EXAMPLE.phone, password: EXAMPLE.password, refresh_token_in: "cookie" },
    }),
  },
  responses: {
    200: jsonAnswer(
      "The user and their tokens, or the challenge for a second factor.",
      LoginAnswer,
      {
        loggedIn: LOGGED_IN,
        cookie: LOGGED_IN_BY_COOKIE,
        secondFactorRequired: SECOND_FACTOR_REQUIRED,
      },
      "Set-Cookie",
    ),
    ...problemAnswers(
      ...OPEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      "origin_not_allowed",
      "invalid_credentials",
      "too_many_attempts",
    ),
  },
});

export const authRoutes = createRouter()
  .openapi(postRegister, async (c) => {
    const { username, phone, password, phone_claim: phoneClaim = null } = c.req.valid("json");
    const outcome = await register(c.var.services, {
      username,
      phone: readPhone(c.var.services.config, phone),
      password,
      phoneClaim,
      idempotencyKey: idempotencyKey(c),
      origin: originOf(c),
    });
    const { user, wallet, isReplay } = orProblem(outcome);
    const body = { user: userBody(user), wallet: walletBody(wallet) };
    return c.json(body, 201, isReplay ? REPLAYED : undefined);
  })
  .openapi(postLogin, async (c) => {
    const { password, refresh_token_in: place, ...named } = c.req.valid("json");
    requireOwnOriginFor(c, place);
    const name = readLoginName(c.var.services.config, named);
    const input = { name, password, origin: originOf(c), formerToken: bearerToken(c) };
    const answer = orProblem(await logIn(c.var.services, input));
    const body =
      answer.kind === "logged_in"
        ? loggedInBody(answer.user, answerTokens(c, answer.tokens, place))
        : secondFactorBody(answer);
    return c.json(body, 200);
  });
