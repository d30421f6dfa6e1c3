import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE } from "../../contract/examples.ts";
import { ENROLMENT, RECOVERY_CODES } from "../../contract/factor-examples.ts";
import {
  BeginFactor,
  ConfirmTotp,
  FactorAddedBody,
  FactorsBody,
  factorsBody,
  RecoveryCodesBody,
  TotpEnrolmentBody,
} from "../../contract/factors.ts";
import { PASSKEY } from "../../contract/passkey-examples.ts";
import { confirmTotp } from "../../services/identity/confirm-totp.ts";
import { enrolTotp } from "../../services/identity/enrol-totp.ts";
import { listFactors } from "../../services/identity/list-factors.ts";
import { remakeRecoveryCodes } from "../../services/identity/remake-recovery-codes.ts";
import { removeTotp } from "../../services/identity/remove-totp.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { rateLimitedHashing } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import { problemAnswers } from "../problem-answers.ts";
import { ACCOUNT_CHANGE_PROBLEMS, BODY_PROBLEMS, TOKEN_PROBLEMS } from "../problem-sets.ts";
import { qrSvg } from "../qr-svg.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer, jsonRequest } from "../routing.ts";

const getFactors = createRoute({
  method: "get",
  path: "/",
  tags: ["factors"],
  operationId: "listFactors",
  summary: "List your second factors",
  description: "The authenticator app, the passkeys and how many recovery codes are left.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("The user's second factors.", FactorsBody, {
      passkey: { totp: null, passkeys: [PASSKEY], recovery_codes_left: 10 },
    }),
    ...problemAnswers(...TOKEN_PROBLEMS),
  },
});

const postTotp = createRoute({
  method: "post",
  path: "/totp",
  tags: ["factors"],
  operationId: "enrolTotp",
  summary: "Begin to enrol an authenticator app",
  description:
    "The app does not count before POST /v1/factors/totp/confirm has accepted one of its codes.",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, jsonBody] as const,
  request: { body: jsonRequest(BeginFactor, { password: { password: EXAMPLE.password } }) },
  responses: {
    201: jsonAnswer("What the app needs, shown once.", TotpEnrolmentBody, { enrolment: ENROLMENT }),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "step_up_required",
      "wrong_password",
      "too_many_attempts",
      "totp_enrolled",
    ),
  },
});

const postConfirm = createRoute({
  method: "post",
  path: "/totp/confirm",
  tags: ["factors"],
  operationId: "confirmTotp",
  summary: "Confirm an authenticator app by a code",
  description:
    "From then on every login needs a second factor. A passkey that is registered in between cancels the enrolment.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: { body: jsonRequest(ConfirmTotp, { code: { code: EXAMPLE.totp } }) },
  responses: {
    200: jsonAnswer(
      "The app is enrolled. The first factor brings recovery codes.",
      FactorAddedBody,
      {
        firstFactor: { recovery_codes: RECOVERY_CODES },
        anotherFactor: { recovery_codes: null },
      },
    ),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "step_up_required",
      "second_factor_wrong",
      "factor_not_found",
      "too_many_attempts",
    ),
  },
});

const deleteTotp = createRoute({
  method: "delete",
  path: "/totp",
  tags: ["factors"],
  operationId: "removeTotp",
  summary: "Remove the authenticator app",
  description:
    "Removing the last factor removes the recovery codes too, and a login then needs the password alone. A user with a role must keep one factor.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    204: emptyAnswer("The app is removed."),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      "step_up_required",
      "factor_not_found",
      "role_needs_factor",
    ),
  },
});

const postRecoveryCodes = createRoute({
  method: "post",
  path: "/recovery-codes",
  tags: ["factors"],
  operationId: "remakeRecoveryCodes",
  summary: "Make new recovery codes",
  description: "The old codes are void.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    201: jsonAnswer("The new codes, shown once.", RecoveryCodesBody, {
      codes: { recovery_codes: RECOVERY_CODES },
    }),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      "step_up_required",
      "factor_not_found",
      "too_many_attempts",
    ),
  },
});

export const factorRoutes = createRouter()
  .openapi(getFactors, async (c) => {
    const factors = orProblem(await listFactors(c.var.services, c.var.caller));
    return c.json(factorsBody(factors), 200);
  })
  .openapi(postTotp, async (c) => {
    const enrolment = await enrolTotp(c.var.services, c.var.caller, c.req.valid("json"));
    const { secret, uri, expiresInSeconds } = orProblem(enrolment);
    const body = { secret, otpauth_uri: uri, qr_svg: qrSvg(uri), expires_in: expiresInSeconds };
    return c.json(body, 201);
  })
  .openapi(postConfirm, async (c) => {
    const added = await confirmTotp(c.var.services, c.var.caller, c.req.valid("json"));
    const { recoveryCodes } = orProblem(added);
    return c.json({ recovery_codes: recoveryCodes && [...recoveryCodes] }, 200);
  })
  .openapi(deleteTotp, async (c) => {
    orProblem(await removeTotp(c.var.services, c.var.caller));
    return c.body(null, 204);
  })
  .openapi(postRecoveryCodes, async (c) => {
    const remade = await remakeRecoveryCodes(c.var.services, c.var.caller);
    const codes = orProblem(remade);
    return c.json({ recovery_codes: [...codes] }, 201);
  });
