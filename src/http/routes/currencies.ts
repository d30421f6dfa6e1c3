import { createRoute } from "@hono/zod-openapi";
import { CurrencyList, currencyListBody } from "../../contract/currencies.ts";
import { allCurrencies } from "../../domain/currency.ts";
import { createRouter, jsonAnswer, problemAnswers } from "../routing.ts";

const listCurrencies = createRoute({
  method: "get",
  path: "/",
  tags: ["currencies"],
  operationId: "listCurrencies",
  summary: "List the supported currencies",
  responses: {
    200: jsonAnswer("Every supported currency, by code.", CurrencyList),
    ...problemAnswers("internal_error"),
  },
});

export const currencyRoutes = createRouter().openapi(listCurrencies, (c) => {
  c.header("Cache-Control", "public, max-age=3600");
  return c.json(currencyListBody(allCurrencies()), 200);
});
