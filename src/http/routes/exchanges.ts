import { createRoute } from "@hono/zod-openapi";
import { EXCHANGE, QUOTE } from "../../contract/exchange-examples.ts";
import { CreateExchange } from "../../contract/transaction-requests.ts";
import { TransactionBody } from "../../contract/transactions.ts";
import type { WalletId } from "../../domain/ids.ts";
import { postQuoted } from "../../services/money/post-quoted.ts";
import { PREFER_DRY_RUN, prefersDryRun } from "../dry-run.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { problemAnswersWith } from "../problem-answers.ts";
import { BODY_PROBLEMS, QUOTED_PROBLEMS, TOKEN_WRITE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";
import { previewAnswer, recordedRefusals, transactionAnswer } from "../transaction-answer.ts";

const create = createRoute({
  method: "post",
  path: "/",
  tags: ["exchange"],
  operationId: "exchange",
  summary: "Exchange money",
  description:
    "Uses a quote between two of your wallets. Both halves and the fee are one commit. A repeat with the same `Idempotency-Key` gets the first answer, also after the quote has expired.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
  request: {
    body: jsonRequest(CreateExchange, {
      defaultWallets: { quote_id: QUOTE.id },
      wallets: {
        quote_id: QUOTE.id,
        from_wallet_id: EXCHANGE.from_wallet ?? "",
        to_wallet_id: EXCHANGE.to_wallet ?? "",
      },
    }),
  },
  responses: {
    200: previewAnswer(EXCHANGE),
    201: jsonAnswer(
      "The recorded transaction.",
      TransactionBody,
      { exchange: EXCHANGE },
      "Idempotency-Replayed",
    ),
    ...problemAnswersWith(
      recordedRefusals(EXCHANGE),
      ...TOKEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      ...QUOTED_PROBLEMS,
    ),
  },
});

const addressOf = (walletId: WalletId | undefined) =>
  walletId ? ({ by: "id", walletId } as const) : null;

export const exchangeRoutes = createRouter().openapi(create, async (c) => {
  const body = c.req.valid("json");
  const outcome = await postQuoted(c.var.services, c.var.caller, {
    type: "EXCHANGE",
    quoteId: body.quote_id,
    from: addressOf(body.from_wallet_id),
    to: addressOf(body.to_wallet_id),
    note: body.note ?? null,
    idempotencyKey: idempotencyKey(c),
    isDryRun: prefersDryRun(c),
  });
  return transactionAnswer(c, outcome);
});
