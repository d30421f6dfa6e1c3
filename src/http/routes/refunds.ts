import { createRoute } from "@hono/zod-openapi";
import { REFUND } from "../../contract/examples.ts";
import { TransactionIdParam } from "../../contract/ids.ts";
import { CreateRefund, RefundBody, RefundPreview, totalBody } from "../../contract/refunds.ts";
import { refundTransaction } from "../../services/money/refund-transaction.ts";
import { PREFER_DRY_RUN, prefersDryRun } from "../dry-run.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { problemAnswersWith } from "../problem-answers.ts";
import { BODY_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";
import { recordedRefusals, transactionAnswer } from "../transaction-answer.ts";

const TOTAL = { refunded: "100.00", refundable: "150.00" };
const { id: _id, reference: _reference, created_at: _, posted_at: _at, ...PREVIEW } = REFUND;

const create = createRoute({
  method: "post",
  path: "/{id}/refunds",
  tags: ["transactions"],
  operationId: "refundTransaction",
  summary: "Refund a payment",
  description: [
    "Gives back a payment that you received, or part of it, as often as you like; never more than you",
    "got. The money comes from the wallet that received it. It goes to the wallet that paid or, if that",
    "is closed, to the payer's default wallet of the currency. A payment that was exchanged goes back at",
    "its own rate; the fee of the exchange does not. A large amount needs a fresh second factor, as a",
    "payment of that amount does.",
  ].join(" "),
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
  request: {
    params: TransactionIdParam,
    body: jsonRequest(CreateRefund, {
      part: { amount: "100.00", note: "one of two lamps" },
      all: {},
    }),
  },
  responses: {
    200: jsonAnswer(
      "A dry run: what would have been recorded.",
      RefundPreview,
      { preview: { ...PREVIEW, ...TOTAL } },
      "Preference-Applied",
    ),
    201: jsonAnswer(
      "The recorded refund.",
      RefundBody,
      { refund: { ...REFUND, ...TOTAL } },
      "Idempotency-Replayed",
    ),
    ...problemAnswersWith(
      recordedRefusals(REFUND),
      ...TOKEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      "invalid_amount",
      "transaction_not_found",
      "not_refundable",
      "refund_exceeds_original",
      "refund_limit_reached",
      "refund_too_small",
      "refund_unavailable",
      "wallet_frozen",
      "wallet_closed",
      "insufficient_funds",
      "liquidity_exhausted",
      "idempotency_key_reused",
      "account_suspended",
      "step_up_required",
      "too_many_attempts",
    ),
  },
});

export const refundRoutes = createRouter().openapi(create, async (c) => {
  const { services, caller } = c.var;
  const { amount, note } = c.req.valid("json");
  const refunded = await refundTransaction(services, caller, {
    originalId: c.req.valid("param").id,
    amount: amount ?? null,
    note: note ?? null,
    idempotencyKey: idempotencyKey(c),
    isDryRun: prefersDryRun(c),
  });
  const { outcome, total } = orProblem(refunded);
  return transactionAnswer(c, outcome, totalBody(total));
});
