import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE, WITHDRAWAL } from "../../contract/examples.ts";
import { CreateWithdrawal } from "../../contract/transaction-requests.ts";
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
  tags: ["withdrawals"],
  operationId: "withdraw",
  summary: "Withdraw money",
  description:
    "Takes money out of one of your wallets. Name it by `wallet_id` or by your own phone; without either it is your default wallet of the currency.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
  request: {
    body: jsonRequest(CreateWithdrawal, {
      defaultWallet: { amount: "100.00", currency: "YEM" },
      byId: { amount: "100.00", currency: "YEM", wallet_id: EXAMPLE.wallet },
      byPhone: { amount: "100.00", currency: "YEM", phone: EXAMPLE.phone },
    }),
  },
  responses: {
    200: previewAnswer(WITHDRAWAL),
    201: jsonAnswer(
      "The recorded transaction.",
      TransactionBody,
      { withdrawal: WITHDRAWAL },
      "Idempotency-Replayed",
    ),
    ...problemAnswersWith(
      recordedRefusals(WITHDRAWAL),
      ...TOKEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      ...MONEY_PROBLEMS,
      "not_wallet_owner",
      "step_up_required",
      "insufficient_funds",
    ),
  },
});

export const withdrawalRoutes = createRouter().openapi(create, async (c) => {
  const { services, caller } = c.var;
  const body = c.req.valid("json");
  const outcome = await postMoney(services, caller, {
    type: "WITHDRAW",
    to: null,
    note: null,
    amountMinor: body.amountMinor,
    currency: body.currency,
    from: addressOf(services.config, body.wallet_id, body.phone),
    idempotencyKey: idempotencyKey(c),
    isDryRun: prefersDryRun(c),
  });
  return transactionAnswer(c, outcome);
});
