import { createRoute, type RouteHandler } from "@hono/zod-openapi";
import { EXAMPLE, WITHDRAWAL } from "../../contract/examples.ts";
import {
  WithdrawalBody,
  WithdrawalIdParam,
  WithdrawalsPage,
  WithdrawalsQuery,
  withdrawalBody,
  withdrawalsPage,
} from "../../contract/funding.ts";
import { PENDING_WITHDRAWAL } from "../../contract/funding-examples.ts";
import { CreateWithdrawal } from "../../contract/transaction-requests.ts";
import { TransactionBody } from "../../contract/transactions.ts";
import type { Id } from "../../domain/ids.ts";
import { listWithdrawals } from "../../services/funding/list-funding.ts";
import { readWithdrawal } from "../../services/funding/read-funding.ts";
import { withdraw } from "../../services/funding/withdraw.ts";
import { postMoney } from "../../services/money/post-money.ts";
import type { AppEnv } from "../app-env.ts";
import { addressOf } from "../body-values.ts";
import { PREFER_DRY_RUN, prefersDryRun } from "../dry-run.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, invalidId, problemAnswersWith } from "../problem-answers.ts";
import {
  BODY_PROBLEMS,
  MONEY_PROBLEMS,
  TOKEN_PROBLEMS,
  TOKEN_WRITE_PROBLEMS,
} from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest, REPLAYED } from "../routing.ts";
import { previewAnswer, recordedRefusals, transactionAnswer } from "../transaction-answer.ts";

const create = createRoute({
  method: "post",
  path: "/",
  tags: ["withdrawals"],
  operationId: "withdraw",
  summary: "Withdraw money",
  description:
    "Takes money out of one of your wallets. Name it by `wallet_id` or by your own phone; without either it is your default wallet of the currency. With the simulated provider the money is gone at once (201). Otherwise the answer is 202 with a withdrawal: its money is held until the provider has paid it out, and is free again if the provider fails or does not answer in time.",
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
    202: jsonAnswer(
      "The withdrawal, whose money is held.",
      WithdrawalBody,
      { pending: PENDING_WITHDRAWAL },
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
      "hold_limit_reached",
    ),
  },
});

const list = createRoute({
  method: "get",
  path: "/",
  tags: ["withdrawals"],
  operationId: "listWithdrawals",
  summary: "List your withdrawals",
  description: "The newest first, with their status.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: WithdrawalsQuery },
  responses: {
    200: jsonAnswer("A page of withdrawals.", WithdrawalsPage, {
      page: { data: [PENDING_WITHDRAWAL], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...TOKEN_PROBLEMS, "invalid_request"),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  tags: ["withdrawals"],
  operationId: "getWithdrawal",
  summary: "Get one withdrawal",
  description: "One of your withdrawals, with its status.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: WithdrawalIdParam },
  responses: {
    200: jsonAnswer("The withdrawal.", WithdrawalBody, { pending: PENDING_WITHDRAWAL }),
    ...problemAnswersWith(
      invalidId("pay"),
      ...TOKEN_PROBLEMS,
      "invalid_request",
      "withdrawal_not_found",
    ),
  },
});

const onCreate: RouteHandler<typeof create, AppEnv> = async (c) => {
  const { services, caller } = c.var;
  const { amountMinor, currency, wallet_id, phone } = c.req.valid("json");
  const from = addressOf(services.config, wallet_id, phone);
  const isDryRun = prefersDryRun(c);
  const request = { amountMinor, currency, from, idempotencyKey: idempotencyKey(c), isDryRun };
  if (services.config.funding.provider === "simulated") {
    const withdrawal = { type: "WITHDRAW", to: null, note: null, ...request } as const;
    return transactionAnswer(c, await postMoney(services, caller, withdrawal));
  }
  const outcome = await withdraw(services, caller, request);
  const fundingId = outcome.kind === "recorded" ? outcome.transaction.links.fundingId : undefined;
  if (outcome.kind !== "recorded" || !fundingId) return transactionAnswer(c, outcome);
  // The key may be of an earlier withdrawal: the answer shows it as it is now.
  const found = await readWithdrawal(services, caller, fundingId as Id<"pay">);
  const headers = outcome.isReplay ? REPLAYED : undefined;
  return c.json(withdrawalBody(orProblem(found)), 202, headers);
};

export const withdrawalRoutes = createRouter()
  .openapi(create, onCreate)
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const scope = [caller.userId, services.config.funding.provider];
    const found = await listWithdrawals(services, caller, readPage(c.req.valid("query"), scope));
    return c.json(withdrawalsPage(orProblem(found), scope), 200);
  })
  .openapi(read, async (c) => {
    const found = await readWithdrawal(c.var.services, c.var.caller, c.req.valid("param").id);
    return c.json(withdrawalBody(orProblem(found)), 200);
  });
