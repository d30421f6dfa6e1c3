import { createRoute, type RouteHandler } from "@hono/zod-openapi";
import {
  COOKIE_TOKENS,
  EXAMPLE,
  OPERATOR,
  SUSPENDED_USER,
  TOKENS,
  USER,
} from "../../contract/examples.ts";
import {
  ChangedProfileBody,
  ChangeProfile,
  changedProfileBody,
  DeleteAccount,
  UserBody,
  userBody,
} from "../../contract/users.ts";
import { changeProfile } from "../../services/identity/change-profile.ts";
import { deleteAccount } from "../../services/identity/delete-account.ts";
import { readProfile } from "../../services/identity/profile/read-profile.ts";
import type { AppEnv } from "../app-env.ts";
import { readPhone } from "../body-values.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { deleteBody, jsonBody } from "../middleware/json-body.ts";
import { rateLimitedHashing } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { postTwin } from "../post-twin.ts";
import { problemAnswers, problemAnswersWith, weakPassword } from "../problem-answers.ts";
import { ACCOUNT_CHANGE_PROBLEMS, BODY_PROBLEMS, TOKEN_PROBLEMS } from "../problem-sets.ts";
import { answerTokens, clearCookie, cookieTokenOf } from "../refresh-cookie.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer, jsonRequest } from "../routing.ts";

const getMe = createRoute({
  method: "get",
  path: "/me",
  tags: ["users"],
  operationId: "getProfile",
  summary: "Get your profile",
  description:
    "Your name, phone and e-mail address, whether each contact is verified, your role if you are an operator, and whether an operator suspended the account.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("The profile.", UserBody, {
      profile: USER,
      operator: OPERATOR,
      suspended: SUSPENDED_USER,
    }),
    ...problemAnswers(...TOKEN_PROBLEMS),
  },
});

const patchMe = createRoute({
  method: "patch",
  path: "/me",
  tags: ["users"],
  operationId: "changeProfile",
  summary: "Change your profile",
  description:
    "Changing the phone, the e-mail address or the password needs `current_password`. A new password ends every other session and voids the refresh tokens of this one: the answer has `tokens`, which replace them. A new contact is not verified, and the old one is told. With `phone_claim` the new phone is verified at once, and is taken from a user who has it unverified.",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, jsonBody],
  request: {
    body: jsonRequest(ChangeProfile, {
      username: { username: "Amina S. Saleh" },
      email: { email: EXAMPLE.email, current_password: EXAMPLE.password },
      password: { password: EXAMPLE.newPassword, current_password: EXAMPLE.password },
      provenPhone: {
        phone: EXAMPLE.phone,
        phone_claim: { claim: EXAMPLE.claim, code: EXAMPLE.code },
        current_password: EXAMPLE.password,
      },
    }),
  },
  responses: {
    200: jsonAnswer(
      "The profile as it is now; after a change of the password with the session's new tokens.",
      ChangedProfileBody,
      {
        profile: USER,
        password: { ...USER, tokens: TOKENS },
        passwordByCookie: { ...USER, tokens: COOKIE_TOKENS },
      },
      "Set-Cookie",
    ),
    ...problemAnswersWith(
      weakPassword(),
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "origin_not_allowed",
      "step_up_required",
      "wrong_password",
      "too_many_attempts",
      "weak_password",
      "code_refused",
      "phone_taken",
    ),
  },
});

const deleteMe = createRoute({
  method: "delete",
  path: "/me",
  tags: ["users"],
  operationId: "deleteAccount",
  summary: "Delete your account",
  description:
    "Refused while a wallet has money. Personal data is erased; transactions stay in the ledger. The session's cookie is cleared.",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, deleteBody],
  request: { body: jsonRequest(DeleteAccount, { password: { password: EXAMPLE.password } }) },
  responses: {
    204: emptyAnswer("The account is deleted.", "Set-Cookie"),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "origin_not_allowed",
      "account_suspended",
      "step_up_required",
      "wrong_password",
      "too_many_attempts",
      "balance_not_zero",
      "wallet_frozen",
    ),
  },
});

const onDeleteMe: RouteHandler<typeof deleteMe, AppEnv> = async (c) => {
  const cookie = await cookieTokenOf(c, c.var.caller);
  orProblem(await deleteAccount(c.var.services, c.var.caller, c.req.valid("json")));
  if (cookie !== null) clearCookie(c);
  return c.body(null, 204);
};

export const userRoutes = createRouter()
  .openapi(getMe, async (c) => {
    const { user } = orProblem(await readProfile(c.var.services, c.var.caller));
    return c.json(userBody(user), 200);
  })
  .openapi(patchMe, async (c) => {
    const {
      phone,
      phone_claim: phoneClaim,
      current_password: currentPassword,
      ...entries
    } = c.req.valid("json");
    const change = {
      ...entries,
      phone: phone === undefined ? undefined : readPhone(c.var.services.config, phone),
      phoneClaim,
      currentPassword,
      origin: originOf(c),
    };
    // Only a new password makes new tokens.
    const cookie = change.password === undefined ? null : await cookieTokenOf(c, c.var.caller);
    const { user, tokens } = orProblem(await changeProfile(c.var.services, c.var.caller, change));
    const answered = tokens && answerTokens(c, tokens, cookie?.place ?? "body");
    return c.json(changedProfileBody(user, answered), 200);
  })
  .openapi(deleteMe, onDeleteMe)
  .openapi(postTwin(deleteMe), onDeleteMe);
