import { createRoute } from "@hono/zod-openapi";
import { NOT_AN_AMOUNT } from "../../contract/amount.ts";
import { EXAMPLE } from "../../contract/examples.ts";
import { QUOTE } from "../../contract/exchange-examples.ts";
import { QuoteBody, QuoteIdParam, quoteBody, RequestQuote } from "../../contract/quotes.ts";
import type { Outcome } from "../../domain/outcome.ts";
import { readQuote } from "../../services/quotes/read-quote.ts";
import { type QuoteRefusal, requestQuote } from "../../services/quotes/request-quote.ts";
import { IDEMPOTENCY_KEY, idempotencyKey } from "../idempotency-key.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { ApiError } from "../problem.ts";
import { invalidId, problemAnswers, problemAnswersWith } from "../problem-answers.ts";
import { ACCOUNT_CHANGE_PROBLEMS, BODY_PROBLEMS, TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest, REPLAYED } from "../routing.ts";

const request = createRoute({
  method: "post",
  path: "/",
  tags: ["exchange"],
  operationId: "requestQuote",
  summary: "Request a quote",
  description:
    "An offer at the rate in force, for 30 seconds. Use it once: in `POST /v1/exchanges` between your wallets, or in `POST /v1/transfers` to pay somebody in their currency.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  parameters: IDEMPOTENCY_KEY,
  request: {
    body: jsonRequest(RequestQuote, {
      source: {
        from_currency: "USD",
        to_currency: "YEM",
        market: "aden",
        amount: "100.00",
        side: "source",
      },
      target: {
        from_wallet_id: EXAMPLE.wallet,
        to_currency: "USD",
        amount: "5.00",
        side: "target",
      },
    }),
  },
  responses: {
    201: jsonAnswer("The quote.", QuoteBody, { quote: QUOTE }, "Idempotency-Replayed"),
    ...problemAnswers(
      ...ACCOUNT_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "invalid_amount",
      "wallet_not_found",
      "market_mismatch",
      "rate_unavailable",
      "amount_too_small",
      "quote_limit_exceeded",
      "open_quotes_limit_reached",
      "idempotency_key_reused",
    ),
  },
});

const read = createRoute({
  method: "get",
  path: "/{id}",
  tags: ["exchange"],
  operationId: "getQuote",
  summary: "Get a quote",
  description: "One of your quotes, and whether it can still be used.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: QuoteIdParam },
  responses: {
    200: jsonAnswer("The quote.", QuoteBody, { quote: QUOTE }),
    ...problemAnswersWith(
      invalidId("quo"),
      ...TOKEN_PROBLEMS,
      "invalid_request",
      "quote_not_found",
    ),
  },
});

/** Refusals that are about one field of the body. */
const FIELD_FAULTS = {
  invalid_amount: ["invalid_amount", "/amount", "invalid_amount", NOT_AN_AMOUNT],
  no_market: ["invalid_request", "/market", "no_market", "must not stand in a quote without YEM"],
  same_currency: [
    "invalid_request",
    "/to_currency",
    "same_currency",
    "must differ from the currency that is paid",
  ],
} as const;

const isFieldFault = (code: QuoteRefusal): code is keyof typeof FIELD_FAULTS =>
  Object.hasOwn(FIELD_FAULTS, code);

/** The value of an outcome; a refusal is thrown as its problem. */
function orQuoteProblem<T>(outcome: Outcome<T, QuoteRefusal>): T {
  if (outcome.ok) return outcome.value;
  const { code: refusal } = outcome;
  if (!isFieldFault(refusal)) return orProblem({ ...outcome, code: refusal });
  const [problem, pointer, code, message] = FIELD_FAULTS[refusal];
  throw new ApiError(problem, { errors: [{ in: "body", pointer, code, message }] });
}

export const quoteRoutes = createRouter()
  .openapi(request, async (c) => {
    const input = { ...c.req.valid("json"), idempotencyKey: idempotencyKey(c) };
    const outcome = await requestQuote(c.var.services, c.var.caller, input);
    const { quote, isReplay } = orQuoteProblem(outcome);
    return c.json(quoteBody(quote), 201, isReplay ? REPLAYED : undefined);
  })
  .openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(quoteBody(orProblem(await readQuote(c.var.services, c.var.caller, id))), 200);
  });
