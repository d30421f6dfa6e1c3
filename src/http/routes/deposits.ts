import { createRoute } from "@hono/zod-openapi";
import { IdempotencyReplayed } from "../../contract/idempotency-key.ts";
import { CreateDeposit } from "../../contract/movements.ts";
import { TransactionBody } from "../../contract/transactions.ts";
import { deposit } from "../../services/deposits/deposit.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { MONEY_PROBLEMS, moneyAnswer } from "../money-answer.ts";
import {
  BEARER,
  BODY_PROBLEMS,
  createRouter,
  jsonAnswer,
  jsonRequest,
  problemAnswers,
  TOKEN_PROBLEMS,
} from "../routing.ts";
import { addressOf } from "../wallet-address.ts";

const create = createRoute({
  method: "post",
  path: "/",
  tags: ["deposits"],
  operationId: "deposit",
  summary: "Deposit money",
  description:
    "Brings money onto one of your own wallets: by id, by your own phone, or your default one.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: IDEMPOTENCY_KEY,
  request: { body: jsonRequest(CreateDeposit) },
  responses: {
    201: jsonAnswer("The recorded transaction.", TransactionBody, IdempotencyReplayed),
    ...problemAnswers(...TOKEN_PROBLEMS, ...BODY_PROBLEMS, ...MONEY_PROBLEMS, "not_wallet_owner"),
  },
});

export const depositRoutes = createRouter().openapi(create, async (c) => {
  const { services, caller } = c.var;
  const body = c.req.valid("json");
  const outcome = await deposit(services, caller, {
    amountMinor: body.amountMinor,
    currency: body.currency,
    to: addressOf(services.config, body.wallet_id, body.phone),
    idempotencyKey: idempotencyKey(c),
  });
  return moneyAnswer(c, outcome);
});
