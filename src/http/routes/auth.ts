import { createRoute } from "@hono/zod-openapi";
import {
  LoginAnswer,
  LoginIdentity,
  loggedInBody,
  Refresh,
  Refreshed,
  Register,
  Registered,
  secondFactorBody,
  tokensBody,
} from "../../contract/auth.ts";
import { IdempotencyReplayed } from "../../contract/idempotency-key.ts";
import { userBody } from "../../contract/users.ts";
import { walletBody } from "../../contract/wallets.ts";
import { logIn } from "../../services/identity/log-in.ts";
import { logOut } from "../../services/identity/log-out.ts";
import { refresh } from "../../services/identity/refresh.ts";
import { register } from "../../services/identity/register.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated, bearerToken } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { readPhone } from "../read-phone.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  OPEN_PROBLEMS,
  problemAnswers,
  REPLAYED,
  TOKEN_PROBLEMS,
} from "../routing.ts";

const postRegister = createRoute({
  method: "post",
  path: "/register",
  tags: ["auth"],
  operationId: "register",
  summary: "Register a person",
  description: "The default wallet, in YEM, is there at once.",
  middleware: [jsonBody],
  parameters: IDEMPOTENCY_KEY,
  request: { body: jsonRequest(Register) },
  responses: {
    201: jsonAnswer("The person and their wallet.", Registered, IdempotencyReplayed),
    ...problemAnswers(
      ...OPEN_PROBLEMS,
      ...BODY_PROBLEMS,
      "weak_password",
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
    "An unknown phone and a wrong password are answered alike, and wrong tries bring growing waits, which Retry-After tells; a client that was logged in before may send the last access token it had, run out or not, and is then not delayed by others' tries. Where a second factor is enrolled, `status` is `second_factor_required` and POST /v1/auth/login/second-factor gives the tokens.",
  middleware: [jsonBody],
  request: { body: jsonRequest(LoginIdentity) },
  responses: {
    200: jsonAnswer("Who logged in, and their tokens; or what is asked for next.", LoginAnswer),
    ...problemAnswers(
      ...OPEN_PROBLEMS,
      ...BODY_PROBLEMS,
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
  summary: "Trade a refresh token for a new pair",
  description:
    "The token is spent. Whoever uses it again ends the session for everybody; only a client that lost the answer may repeat it at once, as long as the lost token is unused.",
  middleware: [jsonBody],
  request: { body: jsonRequest(Refresh) },
  responses: {
    200: jsonAnswer("The new pair.", Refreshed),
    ...problemAnswers(...OPEN_PROBLEMS, ...BODY_PROBLEMS, "token_invalid", "session_ended"),
  },
});

const postLogout = createRoute({
  method: "post",
  path: "/logout",
  tags: ["auth"],
  operationId: "logOut",
  summary: "End the session",
  security: BEARER,
  middleware: [authenticated],
  responses: { 204: { description: "It has ended." }, ...problemAnswers(...TOKEN_PROBLEMS) },
});

export const authRoutes = createRouter()
  .openapi(postRegister, async (c) => {
    const { username, phone, password } = c.req.valid("json");
    const outcome = await register(c.var.services, {
      username,
      phone: readPhone(c.var.services.config, phone),
      password,
      idempotencyKey: idempotencyKey(c),
      origin: originOf(c),
    });
    const { user, wallet, isReplay } = orProblem(outcome);
    const body = { user: userBody(user), wallet: walletBody(wallet) };
    return c.json(body, 201, isReplay ? REPLAYED : undefined);
  })
  .openapi(postLogin, async (c) => {
    const { phone, password } = c.req.valid("json");
    const e164 = readPhone(c.var.services.config, phone);
    const input = { phone: e164, password, origin: originOf(c), formerToken: bearerToken(c) };
    const answer = orProblem(await logIn(c.var.services, input));
    return c.json(
      answer.kind === "logged_in" ? loggedInBody(answer) : secondFactorBody(answer),
      200,
    );
  })
  .openapi(postRefresh, async (c) => {
    const { refresh_token: refreshToken } = c.req.valid("json");
    const tokens = orProblem(await refresh(c.var.services, { refreshToken, origin: originOf(c) }));
    return c.json({ tokens: tokensBody(tokens) }, 200);
  })
  .openapi(postLogout, async (c) => {
    orProblem(await logOut(c.var.services, c.var.caller));
    return c.body(null, 204);
  });
