import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { EXAMPLE, SWEEP, USD_WALLET, USER, WALLET } from "../../contract/examples.ts";
import { WalletIdParam } from "../../contract/ids.ts";
import {
  ChangeWallet,
  ClosedWalletBody,
  CloseWallet,
  ClosingPreview,
  closedWalletBody,
  closingPreview,
  OpenWallet,
  WalletBody,
  WalletList,
  walletBody,
} from "../../contract/wallets.ts";
import { changeWallet } from "../../services/wallets/change-wallet.ts";
import { closeWallet } from "../../services/wallets/close-wallet.ts";
import { listWallets } from "../../services/wallets/list-wallets.ts";
import { openWallet } from "../../services/wallets/open-wallet.ts";
import { readWallet } from "../../services/wallets/read-wallet.ts";
import { PREFER_DRY_RUN, PREVIEWED, prefersDryRun } from "../dry-run.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { invalidId, problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { ACCOUNT_CHANGE_PROBLEMS, BODY_PROBLEMS, TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest, REPLAYED } from "../routing.ts";
import { previewOf } from "../transaction-answer.ts";

const getWallets = createRoute({
  method: "get",
  path: "/",
  tags: ["wallets"],
  operationId: "listWallets",
  summary: "List your wallets",
  description: "All of them, closed ones too, the oldest first.",
  security: BEARER,
  middleware: [authenticated],
  responses: {
    200: jsonAnswer("Every wallet, oldest first.", WalletList, {
      wallets: { data: [WALLET, USD_WALLET] },
    }),
    ...problemAnswers(...TOKEN_PROBLEMS),
  },
});

const postWallets = createRoute({
  method: "post",
  path: "/",
  tags: ["wallets"],
  operationId: "openWallet",
  summary: "Open another wallet",
  description:
    "The first wallet of a currency becomes its default, which receives payments by phone.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  parameters: IDEMPOTENCY_KEY,
  request: {
    body: jsonRequest(OpenWallet, {
      savings: { currency: "USD", label: "Savings" },
      euro: { currency: "EUR" },
      rialOfSanaa: { currency: "YEM", market: "sanaa" },
    }),
  },
  responses: {
    201: jsonAnswer("The new wallet.", WalletBody, { wallet: USD_WALLET }, "Idempotency-Replayed"),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "wallet_limit_reached",
      "idempotency_key_reused",
    ),
  },
});

const getWallet = createRoute({
  method: "get",
  path: "/{id}",
  tags: ["wallets"],
  operationId: "getWallet",
  summary: "Get a wallet",
  description: "One of your wallets, with its owner.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: WalletIdParam },
  responses: {
    200: jsonAnswer("The wallet.", WalletBody, {
      wallet: { ...WALLET, owner: { id: USER.id, username: USER.username } },
    }),
    ...problemAnswersWith(
      invalidId("wal"),
      ...TOKEN_PROBLEMS,
      "invalid_request",
      "wallet_not_found",
    ),
  },
});

const patchWallet = createRoute({
  method: "patch",
  path: "/{id}",
  tags: ["wallets"],
  operationId: "changeWallet",
  summary: "Label a wallet, or make it the default",
  description: "A label is for you alone. A new default replaces the old one of the currency.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: WalletIdParam,
    body: jsonRequest(ChangeWallet, {
      label: { label: "Household" },
      default: { is_default: true },
    }),
  },
  responses: {
    200: jsonAnswer("The wallet as it is now.", WalletBody, {
      wallet: { ...WALLET, label: "Household" },
    }),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "wallet_not_found",
      "wallet_closed",
      "too_many_attempts",
    ),
  },
});

const postClose = createRoute({
  method: "post",
  path: "/{id}/close",
  tags: ["wallets"],
  operationId: "closeWallet",
  summary: "Close a wallet",
  description:
    "Moves the balance to another wallet of yours and closes this one, together or not at all. A closed wallet keeps its history and takes no money. It cannot be closed while money in it is on hold, while it is frozen, or while it is your only open wallet. If it was the default of its currency, your oldest open wallet of the currency becomes it. Needs a fresh second factor if you have one.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
  request: {
    params: WalletIdParam,
    body: jsonRequest(CloseWallet, {
      empty: {},
      withMoney: { sweep_to_wallet_id: EXAMPLE.ownWallet },
    }),
  },
  responses: {
    200: jsonAnswer(
      "The wallet is closed; or, in the answer to a dry run, would be.",
      z.union([ClosedWalletBody, ClosingPreview]),
      {
        empty: { wallet_id: EXAMPLE.wallet, status: "closed", transaction: null },
        withMoney: { wallet_id: EXAMPLE.wallet, status: "closed", transaction: SWEEP },
        dryRun: { wallet_id: EXAMPLE.wallet, status: "closed", preview: previewOf(SWEEP) },
      },
      "Idempotency-Replayed",
      "Preference-Applied",
    ),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "wallet_not_found",
      "step_up_required",
      "wallet_closed",
      "wallet_frozen",
      "holds_open",
      "deposit_pending",
      "last_wallet",
      "balance_not_zero",
      "same_wallet",
      "currency_mismatch",
      "market_mismatch",
      "balance_limit_exceeded",
      "idempotency_key_reused",
      "too_many_attempts",
    ),
  },
});

export const walletRoutes = createRouter()
  .openapi(getWallets, async (c) => {
    const wallets = orProblem(await listWallets(c.var.services, c.var.caller));
    return c.json({ data: wallets.map((wallet) => walletBody(wallet)) }, 200);
  })
  .openapi(postWallets, async (c) => {
    const { currency, label = null, market = null } = c.req.valid("json");
    const input = { currency, label, market, idempotencyKey: idempotencyKey(c) };
    const { wallet, isReplay } = orProblem(await openWallet(c.var.services, c.var.caller, input));
    return c.json(walletBody(wallet), 201, isReplay ? REPLAYED : undefined);
  })
  .openapi(getWallet, async (c) => {
    const { id } = c.req.valid("param");
    const { wallet, owner } = orProblem(await readWallet(c.var.services, c.var.caller, id));
    return c.json(walletBody(wallet, owner), 200);
  })
  .openapi(patchWallet, async (c) => {
    const { label, is_default: isDefault } = c.req.valid("json");
    const { id } = c.req.valid("param");
    const outcome = await changeWallet(c.var.services, c.var.caller, id, { label, isDefault });
    return c.json(walletBody(orProblem(outcome)), 200);
  })
  .openapi(postClose, async (c) => {
    const { sweep_to_wallet_id: sweepToWalletId = null } = c.req.valid("json");
    const { id: walletId } = c.req.valid("param");
    const options = { idempotencyKey: idempotencyKey(c), isDryRun: prefersDryRun(c) };
    const input = { walletId, sweepToWalletId, ...options };
    const closed = orProblem(await closeWallet(c.var.services, c.var.caller, input));
    if (closed.isDryRun) {
      return c.json(closingPreview(walletId, closed.transaction), 200, PREVIEWED);
    }
    const body = closedWalletBody(walletId, closed.transaction);
    return c.json(body, 200, closed.isReplay ? REPLAYED : undefined);
  });
