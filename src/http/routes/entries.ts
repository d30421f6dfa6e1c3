import { createRoute } from "@hono/zod-openapi";
import { EntriesPage, EntriesQuery, entriesPage } from "../../contract/entries.ts";
import { WalletIdParam } from "../../contract/ids.ts";
import { listEntries } from "../../services/money/list-entries.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { BEARER, createRouter, jsonAnswer, problemAnswers, TOKEN_PROBLEMS } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/{id}/entries",
  tags: ["wallets"],
  operationId: "listEntries",
  summary: "List a wallet's entries",
  description: [
    "The statement of one of your wallets, the last entry first. Each entry carries the balance it",
    "left, and `seq` counts them without a gap: what is missing would show. `posted_at` rises with it.",
  ].join(" "),
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: WalletIdParam, query: EntriesQuery },
  responses: {
    200: jsonAnswer("A page of entries.", EntriesPage),
    ...problemAnswers(...TOKEN_PROBLEMS, "invalid_request", "wallet_not_found"),
  },
});

/** Mounted under /v1/wallets. */
export const entryRoutes = createRouter().openapi(list, async (c) => {
  const { cursor, limit } = c.req.valid("query");
  const page = { after: cursor ?? null, limit };
  const found = await listEntries(c.var.services, c.var.caller, c.req.valid("param").id, page);
  return c.json(entriesPage(orProblem(found)), 200);
});
