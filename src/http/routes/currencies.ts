import { createRoute } from "@hono/zod-openapi";
import { CurrencyList, currencyListBody } from "../../contract/currencies.ts";
import { YEM_CURRENCY } from "../../contract/list-examples.ts";
import { allCurrencies } from "../../domain/currency.ts";
import { problemAnswers } from "../problem-answers.ts";
import { createRouter, jsonAnswer, PUBLIC } from "../routing.ts";

const listCurrencies = createRoute({
  method: "get",
  path: "/",
  tags: ["currencies"],
  operationId: "listCurrencies",
  summary: "List the supported currencies",
  description:
    "Each currency with its decimals, its name and the largest amount that moves without a second factor.",
  security: PUBLIC,
  responses: {
    200: jsonAnswer(
      "Every supported currency, by code.",
      CurrencyList,
      { currencies: { data: [YEM_CURRENCY] } },
      "Cache-Control",
    ),
    ...problemAnswers("invalid_request", "internal_error", "url_too_long"),
  },
});

export const currencyRoutes = createRouter().openapi(listCurrencies, (c) => {
  c.header("Cache-Control", "public, max-age=3600");
  return c.json(currencyListBody(allCurrencies()), 200);
});
