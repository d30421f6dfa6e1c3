import { createRoute } from "@hono/zod-openapi";
import { ChangeProfile, DeleteAccount, UserBody, userBody } from "../../contract/users.ts";
import { changeProfile } from "../../services/identity/change-profile.ts";
import { deleteAccount } from "../../services/identity/delete-account.ts";
import { readProfile } from "../../services/identity/profile/read-profile.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { rateLimitedHashing } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import { originOf } from "../origin.ts";
import { readPhone } from "../read-phone.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  problemAnswers,
  TOKEN_PROBLEMS,
} from "../routing.ts";

const getMe = createRoute({
  method: "get",
  path: "/me",
  tags: ["users"],
  operationId: "getProfile",
  summary: "Read one's own profile",
  security: BEARER,
  middleware: [authenticated],
  responses: { 200: jsonAnswer("The profile.", UserBody), ...problemAnswers(...TOKEN_PROBLEMS) },
});

const patchMe = createRoute({
  method: "patch",
  path: "/me",
  tags: ["users"],
  operationId: "changeProfile",
  summary: "Change one's own profile",
  description:
    "The phone, the e-mail address and the password ask for current_password. A new password ends every other session; a new contact is not verified, and the old one is told.",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, jsonBody],
  request: { body: jsonRequest(ChangeProfile) },
  responses: {
    200: jsonAnswer("The profile as it is now.", UserBody),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
      ...BODY_PROBLEMS,
      "step_up_required",
      "wrong_password",
      "too_many_attempts",
      "weak_password",
      "phone_taken",
    ),
  },
});

const deleteMe = createRoute({
  method: "delete",
  path: "/me",
  tags: ["users"],
  operationId: "deleteAccount",
  summary: "Delete one's own account",
  description:
    "Refused while any wallet has money. What is personal is erased; what happened stays written.",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, jsonBody],
  request: { body: jsonRequest(DeleteAccount) },
  responses: {
    204: { description: "It is deleted." },
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
      ...BODY_PROBLEMS,
      "step_up_required",
      "wrong_password",
      "too_many_attempts",
      "balance_not_zero",
      "wallet_frozen",
    ),
  },
});

export const userRoutes = createRouter()
  .openapi(getMe, async (c) => {
    const { user } = orProblem(await readProfile(c.var.services, c.var.caller));
    return c.json(userBody(user), 200);
  })
  .openapi(patchMe, async (c) => {
    const { phone, current_password: currentPassword, ...entries } = c.req.valid("json");
    const change = {
      ...entries,
      phone: phone === undefined ? undefined : readPhone(c.var.services.config, phone),
      currentPassword,
      origin: originOf(c),
    };
    const user = orProblem(await changeProfile(c.var.services, c.var.caller, change));
    return c.json(userBody(user), 200);
  })
  .openapi(deleteMe, async (c) => {
    orProblem(await deleteAccount(c.var.services, c.var.caller, c.req.valid("json")));
    return c.body(null, 204);
  });
