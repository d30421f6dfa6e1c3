import { createRoute } from "@hono/zod-openapi";
import { EXAMPLE } from "../../contract/examples.ts";
import { HOLD_DETAILS, PLACED, READ_HOLD } from "../../contract/hold-examples.ts";
import {
  HoldIdParam,
  HoldsPage,
  HoldsQuery,
  holdsPage,
  PlaceHold,
} from "../../contract/hold-requests.ts";
import { HoldDetails, holdBody } from "../../contract/holds.ts";
import { transactionBody } from "../../contract/transactions.ts";
import { listHolds } from "../../services/holds/list-holds.ts";
import { placeHold } from "../../services/holds/place-hold.ts";
import { readHold } from "../../services/holds/read-hold.ts";
import { addressOf } from "../body-values.ts";
import { PREFER_DRY_RUN, prefersDryRun } from "../dry-run.ts";
import { holdAnswer, holdAnswers, holdRefusals } from "../hold-answer.ts";
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
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

const place = createRoute({
  method: "post",
  path: "/",
  tags: ["holds"],
  operationId: "placeHold",
  summary: "Reserve money for a payee",
  description:
    "Reserves money of one of your wallets. Until it expires the payee can capture it, in part and several times; the reserved money is still yours, but not available. Payer and recipient are checked as for a transfer of the amount.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: [...IDEMPOTENCY_KEY, ...PREFER_DRY_RUN],
  request: {
    body: jsonRequest(PlaceHold, {
      toPhone: {
        amount: "400.00",
        currency: "YEM",
        to_phone: EXAMPLE.recipientPhone,
        expires_in: 86_400,
        note: "booking 7",
      },
      toWallet: {
        amount: "400.00",
        to_wallet_id: EXAMPLE.recipientWallet,
        expires_in: 3_600,
        payer_can_void: true,
      },
    }),
  },
  responses: {
    ...holdAnswers(PLACED),
    ...problemAnswersWith(
      holdRefusals(PLACED),
      ...TOKEN_WRITE_PROBLEMS,
      ...BODY_PROBLEMS,
      ...MONEY_PROBLEMS,
      "market_mismatch",
      "recipient_not_found",
      "same_wallet",
      "step_up_required",
      "insufficient_funds",
      "hold_limit_reached",
    ),
  },
});

const list = createRoute({
  method: "get",
  path: "/",
  tags: ["holds"],
  operationId: "listHolds",
  summary: "List your holds",
  description:
    "The holds that you placed and those that you can capture, the last first. A hold whose time has passed is `expired`. A page ends with `next_cursor`; send it as `cursor`, with the same filters, for the next page.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: HoldsQuery },
  responses: {
    200: jsonAnswer("A page of holds.", HoldsPage, {
      page: { data: [READ_HOLD], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...TOKEN_PROBLEMS, "invalid_request", "wallet_not_found"),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  tags: ["holds"],
  operationId: "getHold",
  summary: "Get one hold",
  description: "A hold that you placed or can capture, with its transactions.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: HoldIdParam },
  responses: {
    200: jsonAnswer("The hold.", HoldDetails, { hold: HOLD_DETAILS }),
    ...problemAnswersWith(invalidId("hld"), ...TOKEN_PROBLEMS, "invalid_request", "hold_not_found"),
  },
});

export const holdRoutes = createRouter()
  .openapi(place, async (c) => {
    const { services, caller } = c.var;
    const body = c.req.valid("json");
    const placed = await placeHold(services, caller, {
      amountMinor: body.amountMinor,
      currency: body.currency,
      from: addressOf(services.config, body.from_wallet_id, undefined),
      to: addressOf(services.config, body.to_wallet_id, body.to_phone, "/to_phone"),
      note: body.note ?? null,
      expiresInSeconds: body.expires_in,
      isPayerVoidable: body.payer_can_void,
      idempotencyKey: idempotencyKey(c),
      isDryRun: prefersDryRun(c),
    });
    return holdAnswer(c, placed);
  })
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const { filter, page: query } = c.req.valid("query");
    const scope = [caller.userId, filter];
    const found = await listHolds(services, caller, filter, readPage(query, scope));
    return c.json(holdsPage(orProblem(found), scope), 200);
  })
  .openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const found = orProblem(await readHold(c.var.services, c.var.caller, id));
    const transactions = found.transactions.map(transactionBody);
    return c.json({ ...holdBody(found.hold), transactions }, 200);
  });
