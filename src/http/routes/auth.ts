import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  LoginAnswer,
  LoginIdentity,
  LogOut,
  loggedInBody,
  Refresh,
  Refreshed,
  Register,
  Registered,
  secondFactorBody,
} from "../../contract/auth.ts";
import {
  COOKIE_TOKENS,
  EXAMPLE,
  LOGGED_IN,
  LOGGED_IN_BY_COOKIE,
  NEW_USER,
  NEW_WALLET,
  TOKENS,
} from "../../contract/examples.ts";
import { SECOND_FACTOR_REQUIRED } from "../../contract/factor-examples.ts";
import { userBody } from "../../contract/users.ts";
import { walletBody } from "../../contract/wallets.ts";
import { logIn } from "../../services/identity/log-in.ts";
import { logOut, readFormerAccessToken } from "../../services/identity/log-out.ts";
import { refresh } from "../../services/identity/refresh.ts";
import { register } from "../../services/identity/register.ts";
import type { AppEnv } from "../app-env.ts";
import { readLoginName, readPhone } from "../body-values.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { bearerToken, usesBearer } from "../middleware/authenticated.ts";
import { jsonBody, optionalJsonBody } from "../middleware/json-body.ts";
import { rateLimit } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { ApiError } from "../problem.ts";
import { problemAnswers, problemAnswersWith, weakPassword } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPEN_WRITE_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import {
  answerTokens,
  clearCookie,
  cookieToken,
  cookieTokenOf,
  orCleared,
  requireOwnOriginFor,
} from "../refresh-cookie.ts";
import {
  BEARER,
  createRouter,
  emptyAnswer,
  jsonAnswer,
  jsonRequest,
  PUBLIC,
  REFRESH_COOKIE_SCHEME,
  REPLAYED,
} from "../routing.ts";

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

const postRefresh = createRoute({
  method: "post",
  path: "/refresh",
  tags: ["auth"],
  operationId: "refresh",
  summary: "Exchange a refresh token for new tokens",
  description:
    "A refresh token is good for one use. Using it again ends the session. Only a client that lost the answer may repeat the request at once, as long as the lost tokens are unused. Without a token in the body, the cookie's is used, and the answer sets the next cookie. If that token is refused, the answer clears the cookie.",
  security: [{}, ...REFRESH_COOKIE_SCHEME],
  middleware: [optionalJsonBody],
  request: {
    body: {
      ...jsonRequest(Refresh, { token: { refresh_token: EXAMPLE.refreshToken } }),
      required: false as const,
    },
  },
  responses: {
    200: jsonAnswer(
      "The new tokens.",
      Refreshed,
      { tokens: { tokens: TOKENS }, cookie: { tokens: COOKIE_TOKENS } },
      "Set-Cookie",
    ),
    ...problemAnswers(
      ...OPEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      "origin_not_allowed",
      "token_missing",
      "token_invalid",
      "session_ended",
      "too_many_attempts",
    ),
  },
});

const postLogout = createRoute({
  method: "post",
  path: "/logout",
  tags: ["auth"],
  operationId: "logOut",
  summary: "Log out",
  description:
    "Ends the session of the access token, which may have expired, or of the refresh token in the body, which may have been used. One of them is enough; two must be of one session. From then on all tokens of the session are void. Without a token in the body, the session's cookie is enough, and is cleared.",
  security: [...BEARER, ...REFRESH_COOKIE_SCHEME, {}],
  middleware: [optionalJsonBody],
  request: {
    body: {
      ...jsonRequest(LogOut, { refreshToken: { refresh_token: EXAMPLE.refreshToken } }),
      required: false as const,
    },
  },
  responses: {
    204: emptyAnswer("The session has ended.", "Set-Cookie"),
    ...problemAnswers(...TOKEN_WRITE_PROBLEMS, ...BODY_PROBLEMS, "origin_not_allowed"),
  },
});

const NO_REFRESH_TOKEN =
  "Send the refresh token in the body, or as the cookie that the login has set.";

/**
 * The user and session of the access token, also of an expired one; applies the user's rate limit.
 */
async function formerCaller(c: Context<AppEnv>) {
  const token = bearerToken(c);
  if (!token) throw new ApiError("token_invalid");
  const caller = orProblem(await readFormerAccessToken(c.var.services, token));
  await rateLimit(c, "WRITE_RATE_LIMIT", caller.userId);
  return caller;
}

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
  })
  .openapi(postRefresh, async (c) => {
    const { refresh_token: inBody } = c.req.valid("json");
    const given =
      inBody === undefined ? cookieToken(c) : { refreshToken: inBody, place: "body" as const };
    if (!given) throw new ApiError("token_missing", { detail: NO_REFRESH_TOKEN });
    const { refreshToken, place } = given;
    const isInCookie = place !== "body";
    const presented = { refreshToken, isInCookie, origin: originOf(c) };
    const outcome = await refresh(c.var.services, presented);
    const tokens = isInCookie ? orCleared(outcome) : orProblem(outcome);
    return c.json({ tokens: answerTokens(c, tokens, place) }, 200);
  })
  .openapi(postLogout, async (c) => {
    const { refresh_token: inBody } = c.req.valid("json");
    const caller = usesBearer(c) ? await formerCaller(c) : null;
    if (inBody !== undefined) {
      orProblem(await logOut(c.var.services, { caller, refreshToken: inBody }));
      return c.body(null, 204);
    }
    const cookie = caller ? await cookieTokenOf(c, caller) : cookieToken(c);
    const refreshToken = cookie?.refreshToken ?? null;
    const outcome = await logOut(c.var.services, { caller, refreshToken });
    if (refreshToken === null) orProblem(outcome);
    else {
      orCleared(outcome);
      clearCookie(c);
    }
    return c.body(null, 204);
  });
