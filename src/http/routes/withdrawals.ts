import { createRoute } from "@hono/zod-openapi";
import { IdempotencyReplayed } from "../../contract/idempotency-key.ts";
import { CreateWithdrawal } from "../../contract/transaction-requests.ts";
import { TransactionBody } from "../../contract/transactions.ts";
import { postMoney } from "../../services/money/post-money.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { addressOf } from "../read-phone.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  problemAnswers,
  TOKEN_PROBLEMS,
} from "../routing.ts";
import { MONEY_PROBLEMS, transactionAnswer } from "../transaction-answer.ts";

const create = createRoute({
  method: "post",
  path: "/",
  tags: ["withdrawals"],
  operationId: "withdraw",
  summary: "Withdraw money",
  description:
    "Takes money off one of your own wallets: by id, by your own phone, or your default one.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: IDEMPOTENCY_KEY,
  request: { body: jsonRequest(CreateWithdrawal) },
  responses: {
    201: jsonAnswer("The recorded transaction.", TransactionBody, IdempotencyReplayed),
    ...problemAnswers(
      ...TOKEN_PROBLEMS,
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
  });
  return transactionAnswer(c, outcome);
});
