import { createRoute, type RouteHandler } from "@hono/zod-openapi";
import { DEPOSIT, EXAMPLE } from "../../contract/examples.ts";
import {
  DepositBody,
  DepositIdParam,
  DepositsPage,
  DepositsQuery,
  depositBody,
  depositsPage,
} from "../../contract/funding.ts";
import { CREDITED_DEPOSIT, PENDING_DEPOSIT } from "../../contract/funding-examples.ts";
import { CreateDeposit } from "../../contract/transaction-requests.ts";
import { TransactionBody } from "../../contract/transactions.ts";
import { createDeposit } from "../../services/funding/create-deposit.ts";
import { listDeposits } from "../../services/funding/list-funding.ts";
import { readDeposit } from "../../services/funding/read-funding.ts";
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
  tags: ["deposits"],
  operationId: "deposit",
  summary: "Deposit money",
  description:
    "Adds money to one of your wallets. Name it by `wallet_id` or by your own phone; without either it is your default wallet of the currency. With the simulated provider the money is there at once (201). Otherwise the answer is 202 with a pending deposit: the payer pays at the provider and names the reference, and the money is credited once, when the provider confirms it.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
  request: {
    body: jsonRequest(CreateDeposit, {
      defaultWallet: { amount: "2500.00", currency: "YEM" },
      byId: { amount: "2500.00", currency: "YEM", wallet_id: EXAMPLE.wallet },
      byPhone: { amount: "2500.00", currency: "YEM", phone: EXAMPLE.phone },
    }),
  },
  responses: {
    200: previewAnswer(DEPOSIT),
    201: jsonAnswer(
      "The recorded transaction.",
      TransactionBody,
      { deposit: DEPOSIT },
      "Idempotency-Replayed",
    ),
    202: jsonAnswer(
      "The pending deposit.",
      DepositBody,
      { pending: PENDING_DEPOSIT },
      "Idempotency-Replayed",
    ),
    ...problemAnswersWith(
      recordedRefusals(DEPOSIT),
      ...TOKEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      ...MONEY_PROBLEMS,
      "not_wallet_owner",
      "deposit_limit_reached",
    ),
  },
});

const list = createRoute({
  method: "get",
  path: "/",
  tags: ["deposits"],
  operationId: "listDeposits",
  summary: "List your deposits",
  description: "The newest first, with their status.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: DepositsQuery },
  responses: {
    200: jsonAnswer("A page of deposits.", DepositsPage, {
      page: { data: [CREDITED_DEPOSIT], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...TOKEN_PROBLEMS, "invalid_request"),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  tags: ["deposits"],
  operationId: "getDeposit",
  summary: "Get one deposit",
  description: "One of your deposits, with its status.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: DepositIdParam },
  responses: {
    200: jsonAnswer("The deposit.", DepositBody, {
      pending: PENDING_DEPOSIT,
      credited: CREDITED_DEPOSIT,
    }),
    ...problemAnswersWith(
      invalidId("dpi"),
      ...TOKEN_PROBLEMS,
      "invalid_request",
      "deposit_not_found",
    ),
  },
});

const onCreate: RouteHandler<typeof create, AppEnv> = async (c) => {
  const { services, caller } = c.var;
  const { amountMinor, currency, wallet_id, phone } = c.req.valid("json");
  const to = addressOf(services.config, wallet_id, phone);
  const request = { amountMinor, currency, to, idempotencyKey: idempotencyKey(c) };
  const { provider, instructions } = services.config.funding;
  const isDryRun = prefersDryRun(c);
  // The dry run of a pending deposit shows what its credit would do now.
  if (provider === "simulated" || isDryRun) {
    const deposit = { type: "DEPOSIT", from: null, note: null, ...request, isDryRun } as const;
    return transactionAnswer(c, await postMoney(services, caller, deposit));
  }
  const { deposit, isReplay } = orProblem(await createDeposit(services, caller, request));
  return c.json(depositBody(deposit, instructions), 202, isReplay ? REPLAYED : undefined);
};

export const depositRoutes = createRouter()
  .openapi(create, onCreate)
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const { provider, instructions } = services.config.funding;
    const scope = [caller.userId, provider];
    const found = await listDeposits(services, caller, readPage(c.req.valid("query"), scope));
    return c.json(depositsPage(orProblem(found), scope, instructions), 200);
  })
  .openapi(read, async (c) => {
    const { services, caller } = c.var;
    const found = await readDeposit(services, caller, c.req.valid("param").id);
    return c.json(depositBody(orProblem(found), services.config.funding.instructions), 200);
  });
