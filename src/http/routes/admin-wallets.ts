import { createRoute, type RouteHandler } from "@hono/zod-openapi";
import {
  FreezeWallet,
  ReopenWallet,
  UnfreezeWallet,
  WatchedWalletBody,
  watchedWalletBody,
} from "../../contract/admin.ts";
import { FROZEN_WALLET, WATCHED_WALLET } from "../../contract/examples.ts";
import { WalletIdParam } from "../../contract/ids.ts";
import { freezeWallet, unfreezeWallet } from "../../services/operators/freeze-wallet.ts";
import { reopenWallet } from "../../services/operators/reopen-wallet.ts";
import type { AppEnv } from "../app-env.ts";
import { readFreezeEnd } from "../body-values.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { deleteBody, jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { postTwin } from "../post-twin.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPERATOR_CHANGE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

const freeze = createRoute({
  method: "put",
  path: "/wallets/{id}/freeze",
  tags: ["admin"],
  operationId: "freezeWallet",
  summary: "Freeze a wallet",
  description:
    "For support and admins. No money leaves a wallet that is frozen for debits, and none enters one that is frozen for credits; without a scope, the freeze is for both. The freeze of a frozen wallet is replaced only by a stronger one: a legal order instead of another reason, a wider scope, a later end, or none. It must not be weaker in anything: it ends no earlier, stops no less, and only a legal order changes the reason.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: WalletIdParam,
    body: jsonRequest(FreezeWallet, {
      untilLifted: { reason: "suspected_takeover" },
      debitsOnly: { reason: "investigation", scope: "debits" },
    }),
  },
  responses: {
    200: jsonAnswer("The wallet as it is now.", WatchedWalletBody, { frozen: FROZEN_WALLET }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "wallet_not_found",
      "own_account",
      "wallet_frozen",
      "wallet_closed",
    ),
  },
});

const unfreeze = createRoute({
  method: "delete",
  path: "/wallets/{id}/freeze",
  tags: ["admin"],
  operationId: "unfreezeWallet",
  summary: "Lift a wallet's freeze",
  description:
    "For support and admins. Money moves again at once. A legal order is lifted by another operator than the one who set it.",
  security: BEARER,
  middleware: [authenticated, deleteBody],
  request: {
    params: WalletIdParam,
    body: jsonRequest(UnfreezeWallet, { resolved: { reason: "owner_verified" } }),
  },
  responses: {
    200: jsonAnswer("The wallet as it is now.", WatchedWalletBody, { active: WATCHED_WALLET }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "wallet_not_found",
      "own_account",
      "other_operator_required",
      "wallet_not_frozen",
    ),
  },
});

const reopen = createRoute({
  method: "post",
  path: "/wallets/{id}/reopen",
  tags: ["admin"],
  operationId: "reopenWallet",
  summary: "Reopen a closed wallet",
  description:
    "For support and admins. The wallet is empty, and is the default of its currency if there is none. The wallet of a deleted account stays closed.",
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: WalletIdParam,
    body: jsonRequest(ReopenWallet, { asked: { reason: "owner_request" } }),
  },
  responses: {
    200: jsonAnswer("The wallet as it is now.", WatchedWalletBody, {
      open: { ...WATCHED_WALLET, balance: "0.00", available: "0.00" },
    }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "wallet_not_found",
      "own_account",
      "wallet_not_closed",
      "wallet_closed",
      "wallet_limit_reached",
    ),
  },
});

const onUnfreeze: RouteHandler<typeof unfreeze, AppEnv> = async (c) => {
  const { id } = c.req.valid("param");
  const lifted = await unfreezeWallet(c.var.services, c.var.caller, id, c.req.valid("json"));
  return c.json(watchedWalletBody(orProblem(lifted)), 200);
};

/** Mounted under /v1/admin. */
export const adminWalletRoutes = createRouter()
  .openapi(freeze, async (c) => {
    const { services, caller } = c.var;
    const { reason, scope = "both", until } = c.req.valid("json");
    const end = readFreezeEnd(until, services.nowMs());
    const { id } = c.req.valid("param");
    const frozen = await freezeWallet(services, caller, id, { reason, scope, until: end });
    return c.json(watchedWalletBody(orProblem(frozen)), 200);
  })
  .openapi(reopen, async (c) => {
    const { id } = c.req.valid("param");
    const reopened = await reopenWallet(c.var.services, c.var.caller, id, c.req.valid("json"));
    return c.json(watchedWalletBody(orProblem(reopened)), 200);
  })
  .openapi(unfreeze, onUnfreeze)
  .openapi(postTwin(unfreeze), onUnfreeze);
