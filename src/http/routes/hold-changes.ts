import { createRoute } from "@hono/zod-openapi";
import { AMENDED, CAPTURED, VOIDED } from "../../contract/hold-examples.ts";
import { AmendHold, CaptureHold, HoldIdParam, VoidHold } from "../../contract/hold-requests.ts";
import type { HoldTransaction } from "../../contract/holds.ts";
import { amendHold } from "../../services/holds/amend-hold.ts";
import { captureHold } from "../../services/holds/capture-hold.ts";
import { findHold } from "../../services/holds/find-hold.ts";
import { voidHold } from "../../services/holds/void-hold.ts";
import { readAmount } from "../body-values.ts";
import { PREFER_DRY_RUN, prefersDryRun } from "../dry-run.ts";
import { holdAnswer, holdAnswers, holdRefusals } from "../hold-answer.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody, optionalJsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import type { ErrorCode } from "../problem.ts";
import { problemAnswersWith } from "../problem-answers.ts";
import { BODY_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonRequest } from "../routing.ts";

/** What each change of a hold has in common. */
const change = {
  method: "post" as const,
  tags: ["holds"],
  security: BEARER,
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
};

const answers = (example: HoldTransaction, ...codes: ErrorCode[]) => ({
  ...holdAnswers(example),
  ...problemAnswersWith(
    holdRefusals(example),
    ...TOKEN_WRITE_PROBLEMS,
    ...BODY_PROBLEMS,
    "account_suspended",
    "idempotency_key_reused",
    "too_many_attempts",
    "hold_not_found",
    "wallet_not_found",
    "hold_expired",
    "hold_voided",
    "hold_captured",
    ...codes,
  ),
});

const capture = createRoute({
  ...change,
  path: "/{id}/captures",
  operationId: "captureHold",
  summary: "Capture a hold",
  description:
    "Takes reserved money as its payee: all that is left, or a part. The hold ends with it, and what is left is free again, unless you send `final: false`.",
  middleware: [authenticated, optionalJsonBody] as const,
  request: {
    params: HoldIdParam,
    body: {
      ...jsonRequest(CaptureHold, {
        part: { amount: "100.00", final: false, note: "minibar" },
        rest: {},
      }),
      required: false as const,
    },
  },
  responses: answers(
    CAPTURED,
    "invalid_amount",
    "wallet_frozen",
    "wallet_closed",
    "currency_mismatch",
    "balance_limit_exceeded",
    "capture_exceeds_hold",
    "capture_limit_reached",
    "payer_unavailable",
  ),
});

const release = createRoute({
  ...change,
  path: "/{id}/void",
  operationId: "voidHold",
  summary: "Void a hold",
  description:
    "Ends a hold without another payment: what is left of it is available to its payer again. The payee may, and the payer where the hold has `payer_can_void`, or once the payee's wallet is closed.",
  middleware: [authenticated, optionalJsonBody] as const,
  request: {
    params: HoldIdParam,
    body: { ...jsonRequest(VoidHold, { empty: {} }), required: false as const },
  },
  responses: answers(VOIDED, "void_not_allowed"),
});

const amend = createRoute({
  ...change,
  path: "/{id}",
  operationId: "amendHold",
  summary: "Raise or extend a hold",
  description:
    "As its payer: `amount` is the new total, above the present one; `expires_in` counts from now and must end later than the present end. It is recorded as a transaction of type AMENDMENT.",
  middleware: [authenticated, jsonBody] as const,
  request: {
    params: HoldIdParam,
    body: jsonRequest(AmendHold, {
      both: { amount: "500.00", expires_in: 172_800 },
      raise: { amount: "500.00" },
      extend: { expires_in: 172_800 },
    }),
  },
  responses: answers(
    AMENDED,
    "invalid_amount",
    "wallet_frozen",
    "wallet_closed",
    "currency_mismatch",
    "step_up_required",
    "insufficient_funds",
    "hold_not_higher",
    "hold_not_later",
    "hold_too_long",
    "hold_amendment_limit_reached",
  ),
});

export const holdChangeRoutes = createRouter()
  .openapi(capture, async (c) => {
    const { services, caller } = c.var;
    const { amount, final: isFinal, note = null } = c.req.valid("json");
    const hold = orProblem(await findHold(services, caller, c.req.valid("param").id));
    const amountMinor = readAmount(hold.currency, amount);
    const asked = { idempotencyKey: idempotencyKey(c), isDryRun: prefersDryRun(c) };
    const input = { ...asked, amountMinor, isFinal, note };
    return holdAnswer(c, await captureHold(services, caller, hold, input));
  })
  .openapi(release, async (c) => {
    const { services, caller } = c.var;
    const hold = orProblem(await findHold(services, caller, c.req.valid("param").id));
    const asked = { idempotencyKey: idempotencyKey(c), isDryRun: prefersDryRun(c) };
    return holdAnswer(c, await voidHold(services, caller, hold, asked));
  })
  .openapi(amend, async (c) => {
    const { services, caller } = c.var;
    const { amount, expires_in: expiresInSeconds = null } = c.req.valid("json");
    const hold = orProblem(await findHold(services, caller, c.req.valid("param").id));
    const amountMinor = readAmount(hold.currency, amount);
    const asked = { idempotencyKey: idempotencyKey(c), isDryRun: prefersDryRun(c) };
    return holdAnswer(
      c,
      await amendHold(services, caller, hold, { ...asked, amountMinor, expiresInSeconds }),
    );
  });
