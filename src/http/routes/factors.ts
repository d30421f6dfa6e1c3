import { createRoute } from "@hono/zod-openapi";
import {
  BeginFactor,
  ConfirmTotp,
  FactorAddedBody,
  FactorsBody,
  factorsBody,
  RecoveryCodesBody,
  TotpEnrolmentBody,
} from "../../contract/factors.ts";
import { confirmTotp } from "../../services/identity/confirm-totp.ts";
import { enrolTotp } from "../../services/identity/enrol-totp.ts";
import { listFactors } from "../../services/identity/list-factors.ts";
import { remakeRecoveryCodes } from "../../services/identity/remake-recovery-codes.ts";
import { removeTotp } from "../../services/identity/remove-totp.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { rateLimitedHashing } from "../middleware/rate-limited.ts";
import { orProblem } from "../or-problem.ts";
import { qrSvg } from "../qr-svg.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  problemAnswers,
  TOKEN_PROBLEMS,
} from "../routing.ts";

const getFactors = createRoute({
  method: "get",
  path: "/",
  tags: ["factors"],
  operationId: "listFactors",
  summary: "List what proves oneself beside the password",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("What is enrolled.", FactorsBody),
    ...problemAnswers(...TOKEN_PROBLEMS),
  },
});

const postTotp = createRoute({
  method: "post",
  path: "/totp",
  tags: ["factors"],
  operationId: "enrolTotp",
  summary: "Begin to enrol an authenticator app",
  description: "It counts for nothing until POST /v1/factors/totp/confirm has had a code of it.",
  security: BEARER,
  middleware: [authenticated, rateLimitedHashing, jsonBody] as const,
  request: { body: jsonRequest(BeginFactor) },
  responses: {
    201: jsonAnswer("What the app needs, shown once.", TotpEnrolmentBody),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
    "From then on every log-in asks for a second factor. A passkey that is registered meanwhile drops what was begun.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: { body: jsonRequest(ConfirmTotp) },
  responses: {
    200: jsonAnswer("It is enrolled; with the first factor come recovery codes.", FactorAddedBody),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
    "With the last factor go the recovery codes, and nothing is asked for any more. Who has a role keeps one.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    204: { description: "It is removed." },
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
  description: "Those of before no longer count.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    201: jsonAnswer("The new codes, shown once.", RecoveryCodesBody),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
