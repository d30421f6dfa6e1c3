import { createRoute } from "@hono/zod-openapi";
import { RATE, RATE_PROPOSAL } from "../../contract/exchange-examples.ts";
import {
  RateProposalBody,
  RateProposalIdParam,
  RateProposalsPage,
  RateProposalsQuery,
  rateProposalBody,
  rateProposalsPage,
  SetRate,
} from "../../contract/rate-proposals.ts";
import { RateBody, rateBody } from "../../contract/rates.ts";
import { approveRateProposal } from "../../services/rates/approve-rate-proposal.ts";
import { listRateProposals } from "../../services/rates/list-rate-proposals.ts";
import { rejectRateProposal } from "../../services/rates/reject-rate-proposal.ts";
import { setRate } from "../../services/rates/set-rate.ts";
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

const set = createRoute({
  method: "put",
  path: "/rates",
  tags: ["admin"],
  operationId: "setRate",
  summary: "Set an exchange rate",
  description:
    "For admins. One admin moves a rate by up to 5 % of every rate of the last day. A rate that jumps further, the first rate of a pair, and a higher `quote_max` are proposed, and a second admin decides.",
  security: BEARER,
  middleware: [authenticated, jsonBody] as const,
  request: {
    body: jsonRequest(SetRate, {
      rate: {
        base_currency: "USD",
        counter_currency: "YEM",
        market: "aden",
        rate: "1620",
        spread_basis_points: 50,
        fee_basis_points: 20,
        valid_for_seconds: 86_400,
      },
    }),
  },
  responses: {
    200: jsonAnswer("The rate is in force.", RateBody, { rate: RATE }),
    202: jsonAnswer("The rate waits for a second admin.", RateProposalBody, {
      proposal: RATE_PROPOSAL,
    }),
    ...problemAnswers(...OPERATOR_CHANGE_PROBLEMS, ...BODY_PROBLEMS, "invalid_amount"),
  },
});

const list = createRoute({
  method: "get",
  path: "/rate-proposals",
  tags: ["admin"],
  operationId: "listRateProposals",
  summary: "List the open proposals of rates",
  description: "For admins. The oldest comes first.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: RateProposalsQuery },
  responses: {
    200: jsonAnswer("A page of proposals.", RateProposalsPage, {
      page: { data: [RATE_PROPOSAL], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...OPERATOR_PROBLEMS, "invalid_request"),
  },
});

const approve = createRoute({
  method: "post",
  path: "/rate-proposals/{id}/approve",
  tags: ["admin"],
  operationId: "approveRateProposal",
  summary: "Approve a proposal of a rate",
  description: "For another admin than the one who proposed it. The rate is in force from now on.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: RateProposalIdParam },
  responses: {
    200: jsonAnswer("The rate is in force.", RateBody, { rate: RATE }),
    ...problemAnswersWith(
      invalidId("prp"),
      ...OPERATOR_CHANGE_PROBLEMS,
      "invalid_request",
      "proposal_not_found",
      "other_operator_required",
    ),
  },
});

const reject = createRoute({
  method: "post",
  path: "/rate-proposals/{id}/reject",
  tags: ["admin"],
  operationId: "rejectRateProposal",
  summary: "Reject a proposal of a rate",
  description: "For admins. The admin who proposed it can withdraw it with this request.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: RateProposalIdParam },
  responses: {
    204: emptyAnswer("The proposal is rejected."),
    ...problemAnswersWith(
      invalidId("prp"),
      ...OPERATOR_CHANGE_PROBLEMS,
      "invalid_request",
      "proposal_not_found",
    ),
  },
});

/** Mounted under /v1/admin. */
export const adminRateRoutes = createRouter()
  .openapi(set, async (c) => {
    const { services, caller } = c.var;
    const outcome = orProblem(await setRate(services, caller, c.req.valid("json")));
    if ("proposal" in outcome) return c.json(rateProposalBody(outcome.proposal), 202);
    return c.json(rateBody(outcome.rate), 200);
  })
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const scope = [caller.userId];
    const page = readPage(c.req.valid("query"), scope);
    const found = await listRateProposals(services, caller, page);
    return c.json(rateProposalsPage(orProblem(found), scope), 200);
  })
  .openapi(approve, async (c) => {
    const { id } = c.req.valid("param");
    const approved = await approveRateProposal(c.var.services, c.var.caller, id);
    return c.json(rateBody(orProblem(approved)), 200);
  })
  .openapi(reject, async (c) => {
    const { id } = c.req.valid("param");
    orProblem(await rejectRateProposal(c.var.services, c.var.caller, id));
    return c.body(null, 204);
  });
