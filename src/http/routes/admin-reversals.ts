import { createRoute } from "@hono/zod-openapi";
import { REVERSAL_PROPOSAL } from "../../contract/funding-examples.ts";
import { TransactionIdParam } from "../../contract/ids.ts";
import {
  MoneyProposalBody,
  moneyProposalBody,
  ProposeReversal,
} from "../../contract/money-proposals.ts";
import { MONEY_PROPOSAL_HOURS } from "../../domain/bounds.ts";
import { proposeReversal } from "../../services/operators/propose-reversal.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { problemAnswers } from "../problem-answers.ts";
import { BODY_PROBLEMS, OPERATOR_CHANGE_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, jsonAnswer, jsonRequest } from "../routing.ts";

const propose = createRoute({
  method: "post",
  path: "/transactions/{id}/reversals",
  tags: ["admin"],
  operationId: "proposeReversal",
  summary: "Propose to reverse a transaction",
  description: [
    `For admins, but not for its payer and receiver. Another admin approves it within`,
    `${MONEY_PROPOSAL_HOURS} hours; no money moves before. It gives back all that refunds and reversals`,
    "have left, with the fee of an exchange, also on frozen wallets. `amount` of the answer is what the",
    "other admin approves. The same open proposal, sent again, stays as it is.",
  ].join(" "),
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: {
    params: TransactionIdParam,
    body: jsonRequest(ProposeReversal, {
      duplicate: { reason: "duplicate_payment", shortfall: "available", ticket: "CASE-1042" },
      fraud: { reason: "fraud", shortfall: "loss_wallet" },
    }),
  },
  responses: {
    202: jsonAnswer("The proposal, for another admin.", MoneyProposalBody, {
      proposed: REVERSAL_PROPOSAL,
    }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "transaction_not_found",
      "not_reversible",
      "wallet_not_found",
      "own_account",
      "currency_mismatch",
    ),
  },
});

/** Mounted under /v1/admin. */
export const adminReversalRoutes = createRouter().openapi(propose, async (c) => {
  const { reason, shortfall, ticket } = c.req.valid("json");
  const reversal = { reason, shortfall, ticket: ticket ?? null };
  const { id } = c.req.valid("param");
  const proposed = await proposeReversal(c.var.services, c.var.caller, id, reversal);
  return c.json(moneyProposalBody(orProblem(proposed)), 202);
});
