import { createRoute } from "@hono/zod-openapi";
import type { Context } from "hono";
import { LogOut, Refresh, Refreshed } from "../../contract/auth.ts";
import { COOKIE_TOKENS, EXAMPLE, TOKENS } from "../../contract/examples.ts";
import { logOut, readFormerAccessToken } from "../../services/identity/log-out.ts";
import { refresh } from "../../services/identity/refresh.ts";
import type { AppEnv } from "../app-env.ts";
import { bearerToken, usesBearer } from "../middleware/authenticated.ts";
import { optionalJsonBody } from "../middleware/json-body.ts";
import { rateLimit } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { ApiError } from "../problem.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPEN_WRITE_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import {
  answerTokens,
  clearCookie,
  cookieToken,
  cookieTokenOf,
  orCleared,
} from "../refresh-cookie.ts";
import {
  BEARER,
  createRouter,
  emptyAnswer,
  jsonAnswer,
  jsonRequest,
  REFRESH_COOKIE_SCHEME,
} from "../routing.ts";

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

/** Refresh and logout; mounted under /v1/auth. */
export const tokenRoutes = createRouter()
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
