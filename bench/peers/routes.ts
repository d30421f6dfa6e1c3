// The measured routes of both peers; they answer as mahfaza does.
import { zValidator } from "@hono/zod-validator";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { moneyFields, toMoney } from "../../src/contract/amount.ts";
import { LoginIdentity } from "../../src/contract/auth.ts";
import { WalletId } from "../../src/contract/ids.ts";
import { PageLimit } from "../../src/contract/page.ts";
import { tokensBody } from "../../src/contract/tokens.ts";
import { transactionBody } from "../../src/contract/transactions.ts";
import { transactionsPage } from "../../src/contract/transactions-query.ts";
import { userBody } from "../../src/contract/users.ts";
import { walletBody } from "../../src/contract/wallets.ts";
import {
  ACCESS_TOKEN_SECONDS,
  type AccessTokenSettings,
  signAccessToken,
  verifyAccessToken,
} from "../../src/crypto/access-token.ts";
import { microsOf } from "../../src/domain/instant.ts";
import { pageOf } from "../../src/domain/page.ts";
import { type ErrorCode, PROBLEMS } from "../../src/http/problem.ts";
import type { Caller } from "../../src/services/context.ts";
import type { WithConnection } from "./connection.ts";
import { listTransactions, listWallets } from "./history.ts";
import { logIn, type VerifyPassword } from "./login.ts";
import { type Posted, post } from "./post.ts";
import { isSessionActive } from "./session.ts";

/** What a server provides to its routes. */
export interface Peer {
  readonly settings: AccessTokenSettings;
  readonly withConnection: WithConnection;
  readonly verifyPassword: VerifyPassword;
}

export interface PeerEnv {
  Variables: { peer: Peer; caller: Caller };
}

const CreateTransfer = z
  .strictObject({ ...moneyFields, from_wallet_id: WalletId, to_wallet_id: WalletId })
  .transform(toMoney);
const CreateDeposit = z.strictObject({ ...moneyFields, wallet_id: WalletId }).transform(toMoney);

function refusal(c: Context, code: ErrorCode, extras: object = {}) {
  const { status, title } = PROBLEMS[code];
  return c.json({ title, status, code, ...extras }, status);
}

const authenticated = createMiddleware<PeerEnv>(async (c, next) => {
  const token = /^Bearer +(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  if (!token) return refusal(c, "token_missing");
  const check = await verifyAccessToken(c.var.peer.settings, token, Date.now());
  if (check.kind !== "valid") return refusal(c, `token_${check.kind}`);
  c.set("caller", check.subject);
  return next();
});

function answer(c: Context, posted: Posted) {
  if (posted.refused) return refusal(c, posted.refused);
  if (posted.isReplay) c.header("Idempotency-Replayed", "true");
  const { failureCode } = posted.transaction;
  const transaction = transactionBody(posted.transaction);
  return failureCode ? refusal(c, failureCode, { transaction }) : c.json(transaction, 201);
}

export const routes = new Hono<PeerEnv>()
  .post("/v1/transfers", authenticated, zValidator("json", CreateTransfer), async (c) => {
    const { from_wallet_id, to_wallet_id, ...money } = c.req.valid("json");
    const request = {
      ...money,
      type: "TRANSFER",
      fromWalletId: from_wallet_id,
      toWalletId: to_wallet_id,
      key: c.req.header("Idempotency-Key") ?? null,
    } as const;
    return answer(
      c,
      await c.var.peer.withConnection((connection) => post(connection, c.var.caller, request)),
    );
  })
  .post("/v1/deposits", authenticated, zValidator("json", CreateDeposit), async (c) => {
    const { wallet_id, ...money } = c.req.valid("json");
    const request = {
      ...money,
      type: "DEPOSIT",
      fromWalletId: null,
      toWalletId: wallet_id,
      key: c.req.header("Idempotency-Key") ?? null,
    } as const;
    return answer(
      c,
      await c.var.peer.withConnection((connection) => post(connection, c.var.caller, request)),
    );
  })
  .get("/v1/wallets", authenticated, (c) =>
    c.var.peer.withConnection(async (connection) => {
      const wallets = await listWallets(connection, c.var.caller);
      if (!wallets) return refusal(c, "session_ended");
      return c.json({ data: wallets.map((wallet) => walletBody(wallet)) });
    }),
  )
  .get(
    "/v1/transactions",
    authenticated,
    zValidator("query", z.strictObject({ limit: PageLimit })),
    (c) =>
      c.var.peer.withConnection(async (connection) => {
        if (!(await isSessionActive(connection, c.var.caller))) return refusal(c, "session_ended");
        const { limit } = c.req.valid("query");
        const found = await listTransactions(connection, c.var.caller, limit);
        const page = pageOf(found, { after: null, limit }, ({ postedAt }) => microsOf(postedAt));
        return c.json(transactionsPage(page, [c.var.caller.userId]));
      }),
  )
  .post("/v1/auth/login", zValidator("json", LoginIdentity), async (c) => {
    const { settings, withConnection, verifyPassword } = c.var.peer;
    const { phone = "", password } = c.req.valid("json");
    const opened = await logIn(withConnection, verifyPassword, { phone, password });
    if (!opened) return refusal(c, "invalid_credentials");
    const { user, session, refreshToken } = opened;
    const accessToken = await signAccessToken(settings, session, Date.now());
    const tokens = { accessToken, refreshToken, expiresInSeconds: ACCESS_TOKEN_SECONDS };
    return c.json({ user: userBody(user), tokens: tokensBody(tokens) });
  });
