import { createRoute, type RouteHandler } from "@hono/zod-openapi";
import { NOT_AN_AMOUNT } from "../../contract/amount.ts";
import { CURRENCY_LIMITS, LOWERED_LIMITS } from "../../contract/examples.ts";
import {
  ChangeOwnLimits,
  CurrencyLimitsBody,
  currencyLimitsBody,
  LimitsBody,
  LimitsParam,
  LimitsQuery,
  ownLimitWishes,
} from "../../contract/limits.ts";
import { OWN_LIMIT_RAISE_HOURS } from "../../domain/bounds.ts";
import { changeOwnLimits } from "../../services/limits/change-own-limits.ts";
import { readLimits } from "../../services/limits/read-limits.ts";
import type { AppEnv } from "../app-env.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { ApiError } from "../problem.ts";
import { problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { ACCOUNT_CHANGE_PROBLEMS, BODY_PROBLEMS, TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

const getLimits = createRoute({
  method: "get",
  path: "/",
  tags: ["limits"],
  operationId: "listLimits",
  summary: "List your limits",
  description:
    "How much you may pay, receive and keep in the currencies of your wallets, or in one currency: what is used, what is left, and when it resets. All your wallets of a currency have one budget.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: LimitsQuery },
  responses: {
    200: jsonAnswer("Your limits.", LimitsBody, {
      limits: { tier: "basic", zone: "Asia/Aden", data: [CURRENCY_LIMITS] },
    }),
    ...problemAnswers(...TOKEN_PROBLEMS),
  },
});

const patchLimits = createRoute({
  method: "patch",
  path: "/{currency}",
  tags: ["limits"],
  operationId: "changeOwnLimits",
  summary: "Set limits of your own",
  description: `Limits for what you pay to others or withdraw in this currency, below those of your tier. A lower limit applies at once. A higher one, or none (null), needs a step-up and applies after ${OWN_LIMIT_RAISE_HOURS} hours; a lower one takes it back.`,
  security: BEARER,
  middleware: [authenticated, jsonBody],
  request: {
    params: LimitsParam,
    body: jsonRequest(ChangeOwnLimits, {
      lower: { day_sum: "5000.00", day_count: 5 },
      remove: { day_sum: null },
    }),
  },
  responses: {
    200: jsonAnswer("Your limits in this currency.", CurrencyLimitsBody, {
      limits: LOWERED_LIMITS,
    }),
    ...problemAnswersWith(
      {
        invalid_amount: {
          errors: [
            { in: "body", pointer: "/day_sum", code: "invalid_amount", message: NOT_AN_AMOUNT },
          ],
        },
      },
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "invalid_amount",
      "step_up_required",
      "wallet_not_found",
      "too_many_attempts",
    ),
  },
});

const onPatch: RouteHandler<typeof patchLimits, AppEnv> = async (c) => {
  const { currency } = c.req.valid("param");
  const wished = ownLimitWishes(c.req.valid("json"), currency);
  if ("notAnAmount" in wished) {
    const pointer = `/${wished.notAnAmount}`;
    const error = { in: "body", pointer, code: "invalid_amount", message: NOT_AN_AMOUNT } as const;
    throw new ApiError("invalid_amount", { errors: [error] });
  }
  const { services, caller } = c.var;
  const changed = await changeOwnLimits(services, caller, currency, wished.wishes);
  return c.json(currencyLimitsBody(orProblem(changed)), 200);
};

export const limitRoutes = createRouter()
  .openapi(getLimits, async (c) => {
    const { currency = null } = c.req.valid("query");
    const limits = orProblem(await readLimits(c.var.services, c.var.caller, currency));
    const { tier, zone, currencies } = limits;
    return c.json({ tier, zone, data: currencies.map(currencyLimitsBody) }, 200);
  })
  .openapi(patchLimits, onPatch);
