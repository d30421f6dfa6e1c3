import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE, TRANSFER } from "../../contract/examples.ts";
import { CreateTransfer } from "../../contract/transaction-requests.ts";
import { TransactionBody } from "../../contract/transactions.ts";
import { postMoney } from "../../services/money/post-money.ts";
import { addressOf } from "../body-values.ts";
import { PREFER_DRY_RUN, prefersDryRun } from "../dry-run.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { problemAnswersWith } from "../problem-answers.ts";
import { BODY_PROBLEMS, MONEY_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";
import { previewAnswer, recordedRefusals, transactionAnswer } from "../transaction-answer.ts";

const create = createRoute({
  method: "post",
  path: "/",
  tags: ["transfers"],
  operationId: "transfer",
  summary: "Transfer money",
  description:
    "Moves money from one of your wallets to another wallet of yours, or to another user. Name the recipient by `to_phone` or by `to_wallet_id`.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
  request: {
    body: jsonRequest(CreateTransfer, {
      toPhone: {
        amount: "250.00",
        currency: "YEM",
        to_phone: EXAMPLE.recipientPhone,
        note: "rent for November",
      },
      toWallet: {
        amount: "250.00",
        currency: "YEM",
        from_wallet_id: EXAMPLE.wallet,
        to_wallet_id: EXAMPLE.recipientWallet,
      },
    }),
  },
  responses: {
    200: previewAnswer(TRANSFER),
    201: jsonAnswer(
      "The recorded transaction.",
      TransactionBody,
      { transfer: TRANSFER },
      "Idempotency-Replayed",
    ),
    ...problemAnswersWith(
      recordedRefusals(TRANSFER),
      ...TOKEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      ...MONEY_PROBLEMS,
      "recipient_not_found",
      "same_wallet",
      "step_up_required",
      "insufficient_funds",
    ),
  },
});

export const transferRoutes = createRouter().openapi(create, async (c) => {
  const { services, caller } = c.var;
  const body = c.req.valid("json");
  const outcome = await postMoney(services, caller, {
    type: "TRANSFER",
    amountMinor: body.amountMinor,
    currency: body.currency,
    from: addressOf(services.config, body.from_wallet_id, undefined),
    to: addressOf(services.config, body.to_wallet_id, body.to_phone, "/to_phone"),
    note: body.note ?? null,
    idempotencyKey: idempotencyKey(c),
    isDryRun: prefersDryRun(c),
  });
  return transactionAnswer(c, outcome);
});
