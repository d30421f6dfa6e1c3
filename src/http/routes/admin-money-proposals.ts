import { createRoute } from "@hono/zod-openapi";
import { ADJUSTMENT_PROPOSAL, APPROVED_PROPOSAL } from "../../contract/funding-examples.ts";
import { WalletIdParam } from "../../contract/ids.ts";
import {
  ApprovedProposalBody,
  MoneyProposalBody,
  MoneyProposalIdParam,
  MoneyProposalsPage,
  MoneyProposalsQuery,
  moneyProposalBody,
  moneyProposalsPage,
  ProposeAdjustment,
} from "../../contract/money-proposals.ts";
import {
  ADJUSTMENT_THRESHOLDS_MAX,
  ADJUSTMENT_THRESHOLDS_PER_DAY,
  MONEY_PROPOSAL_HOURS,
} from "../../domain/bounds.ts";
import { toWireId } from "../../domain/ids.ts";
import { approveMoneyProposal } from "../../services/operators/approve-money-proposal.ts";
import { listMoneyProposals } from "../../services/operators/list-money-proposals.ts";
import { proposeAdjustment } from "../../services/operators/propose-adjustment.ts";
import { rejectMoneyProposal } from "../../services/operators/reject-money-proposal.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { jsonBody } from "../middleware/json-body.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import {
  INVALID_QUERY,
  invalidId,
  problemAnswers,
  problemAnswersWith,
} from "../problem-answers.ts";
import { BODY_PROBLEMS, OPERATOR_CHANGE_PROBLEMS, OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer, jsonRequest } from "../routing.ts";

const propose = createRoute({
  method: "post",
  path: "/wallets/{id}/adjustments",
  tags: ["admin"],
  operationId: "proposeAdjustment",
  summary: "Propose a credit or debit by hand",
  description: `For admins. Another admin approves it within ${MONEY_PROPOSAL_HOURS} hours; no money moves before. One adjustment is at most ${ADJUSTMENT_THRESHOLDS_MAX} times the currency's \`step_up_above\`, and all of one admin within a day ${ADJUSTMENT_THRESHOLDS_PER_DAY} times. The same open proposal, sent again, stays as it is.`,
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: {
    params: WalletIdParam,
    body: jsonRequest(ProposeAdjustment, {
      credit: {
        direction: "credit",
        amount: "250.00",
        currency: "YEM",
        reason: "service_error",
        ticket: "CASE-1042",
      },
      debit: { direction: "debit", amount: "250.00", currency: "YEM", reason: "chargeback" },
    }),
  },
  responses: {
    202: jsonAnswer("The proposal, for another admin.", MoneyProposalBody, {
      proposed: ADJUSTMENT_PROPOSAL,
    }),
    ...problemAnswers(
      ...OPERATOR_CHANGE_PROBLEMS,
      ...BODY_PROBLEMS,
      "invalid_amount",
      "wallet_not_found",
      "own_account",
      "currency_mismatch",
      "adjustment_limit_exceeded",
      "funding_event_not_found",
    ),
  },
});

const list = createRoute({
  method: "get",
  path: "/money-proposals",
  tags: ["admin"],
  operationId: "listMoneyProposals",
  summary: "List the open adjustments and reversals",
  description: "For admins. The oldest comes first.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { query: MoneyProposalsQuery },
  responses: {
    200: jsonAnswer("A page of proposals.", MoneyProposalsPage, {
      page: { data: [ADJUSTMENT_PROPOSAL], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...OPERATOR_PROBLEMS, "invalid_request"),
  },
});

const approve = createRoute({
  method: "post",
  path: "/money-proposals/{id}/approve",
  tags: ["admin"],
  operationId: "approveMoneyProposal",
  summary: "Approve an adjustment or a reversal",
  description:
    "For another admin than the one who proposed it, and not for the user concerned. The money moves in the same commit. When the wallet cannot pay or be paid, the proposal stays open.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: MoneyProposalIdParam },
  responses: {
    200: jsonAnswer(
      "The proposal, and the transaction that moved its money.",
      ApprovedProposalBody,
      {
        approved: APPROVED_PROPOSAL,
      },
    ),
    ...problemAnswersWith(
      invalidId("prp"),
      ...OPERATOR_CHANGE_PROBLEMS,
      "invalid_request",
      "proposal_not_found",
      "own_account",
      "other_operator_required",
      "wallet_frozen",
      "wallet_closed",
      "insufficient_funds",
      "balance_limit_exceeded",
      "refund_exceeds_original",
      "refund_too_small",
      "refund_unavailable",
      "liquidity_exhausted",
      "too_many_attempts",
    ),
  },
});

const reject = createRoute({
  method: "post",
  path: "/money-proposals/{id}/reject",
  tags: ["admin"],
  operationId: "rejectMoneyProposal",
  summary: "Reject an adjustment or a reversal",
  description:
    "For admins, but not for the user concerned. Its proposer can withdraw it with this request.",
  security: BEARER,
  middleware: [authenticated] as const,
  request: { params: MoneyProposalIdParam },
  responses: {
    204: emptyAnswer("The proposal is rejected."),
    ...problemAnswersWith(
      invalidId("prp"),
      ...OPERATOR_CHANGE_PROBLEMS,
      "invalid_request",
      "proposal_not_found",
      "own_account",
    ),
  },
});

/** Mounted under /v1/admin. */
export const adminMoneyProposalRoutes = createRouter()
  .openapi(propose, async (c) => {
    const { currency, amountMinor, direction, reason, ticket, funding_event_id } =
      c.req.valid("json");
    const fields = { currency, amountMinor, direction, reason };
    const adjustment = {
      ...fields,
      ticket: ticket ?? null,
      fundingEventId: funding_event_id ?? null,
    };
    const { id } = c.req.valid("param");
    const proposed = await proposeAdjustment(c.var.services, c.var.caller, id, adjustment);
    return c.json(moneyProposalBody(orProblem(proposed)), 202);
  })
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const scope = [caller.userId];
    const page = readPage(c.req.valid("query"), scope);
    const found = await listMoneyProposals(services, caller, page);
    return c.json(moneyProposalsPage(orProblem(found), scope), 200);
  })
  .openapi(approve, async (c) => {
    const { id } = c.req.valid("param");
    const approved = await approveMoneyProposal(c.var.services, c.var.caller, id);
    const { proposal, transaction } = orProblem(approved);
    const transactionId = toWireId("txn", transaction.id);
    return c.json({ ...moneyProposalBody(proposal), transaction_id: transactionId }, 200);
  })
  .openapi(reject, async (c) => {
    const { id } = c.req.valid("param");
    orProblem(await rejectMoneyProposal(c.var.services, c.var.caller, id));
    return c.body(null, 204);
  });
