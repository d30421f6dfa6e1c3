import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE, TRANSFER } from "../../contract/examples.ts";
import { QUOTE } from "../../contract/exchange-examples.ts";
import { CreateTransfer } from "../../contract/transaction-requests.ts";
import { TransactionBody } from "../../contract/transactions.ts";
import { postMoney } from "../../services/money/post-money.ts";
import { postQuoted } from "../../services/money/post-quoted.ts";
import { addressOf } from "../body-values.ts";
import { PREFER_DRY_RUN, prefersDryRun } from "../dry-run.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { problemAnswersWith } from "../problem-answers.ts";
import {
  BODY_PROBLEMS,
  MONEY_PROBLEMS,
  QUOTED_PROBLEMS,
  TOKEN_WRITE_PROBLEMS,
} from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";
import { previewAnswer, recordedRefusals, transactionAnswer } from "../transaction-answer.ts";

const create = createRoute({
  method: "post",
  path: "/",
  tags: ["transfers"],
  operationId: "transfer",
  summary: "Transfer money",
  description:
    "Moves money from one of your wallets to another wallet of yours, or to another user. Name the recipient by `to_phone` or by `to_wallet_id`. With `quote_id` instead of an amount, the recipient is paid in their currency.",
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
      atQuote: { quote_id: QUOTE.id, to_phone: EXAMPLE.recipientPhone },
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
      ...QUOTED_PROBLEMS,
    ),
  },
});

export const transferRoutes = createRouter().openapi(create, async (c) => {
  const { services, caller } = c.var;
  const body = c.req.valid("json");
  const from = addressOf(services.config, body.from_wallet_id, undefined);
  const transfer = {
    type: "TRANSFER",
    to: addressOf(services.config, body.to_wallet_id, body.to_phone, "/to_phone"),
    note: body.note ?? null,
    idempotencyKey: idempotencyKey(c),
    isDryRun: prefersDryRun(c),
  } as const;
  if (body.quoteId !== null) {
    const payer = body.from_wallet_id ? from : null;
    const quoted = { ...transfer, quoteId: body.quoteId, from: payer };
    return transactionAnswer(c, await postQuoted(services, caller, quoted));
  }
  const { amountMinor, currency } = body;
  const outcome = await postMoney(services, caller, { ...transfer, from, amountMinor, currency });
  return transactionAnswer(c, outcome);
});
