import { createRoute } from "@hono/zod-openapi";
import { EntriesPage, EntriesQuery, entriesPage } from "../../contract/entries.ts";
import { WalletIdParam } from "../../contract/ids.ts";
import { ENTRY } from "../../contract/list-examples.ts";
import { listEntries } from "../../services/money/list-entries.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { invalidId, problemAnswersWith } from "../problem-answers.ts";
import { TOKEN_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/{id}/entries",
  tags: ["wallets"],
  operationId: "listEntries",
  summary: "List a wallet's entries",
  description: [
    "The changes of one wallet's balance, the last first. Each entry has the balance after it.",
    "`seq` counts the entries without a gap, and `posted_at` rises with it.",
  ].join(" "),
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: WalletIdParam, query: EntriesQuery },
  responses: {
    200: jsonAnswer("A page of entries.", EntriesPage, {
      page: { data: [ENTRY], next_cursor: null },
    }),
    ...problemAnswersWith(
      invalidId("wal"),
      ...TOKEN_PROBLEMS,
      "invalid_request",
      "wallet_not_found",
    ),
  },
});

/** Mounted under /v1/wallets. */
export const entryRoutes = createRouter().openapi(list, async (c) => {
  const { services, caller } = c.var;
  const { id } = c.req.valid("param");
  const scope = [caller.userId, id];
  const page = readPage(c.req.valid("query"), scope);
  const found = await listEntries(services, caller, id, page);
  return c.json(entriesPage(orProblem(found), scope), 200);
});
