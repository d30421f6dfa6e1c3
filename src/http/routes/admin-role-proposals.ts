import { createRoute } from "@hono/zod-openapi";
import { AccountBody, accountBody } from "../../contract/admin.ts";
import { ACCOUNT, ROLE_PROPOSAL } from "../../contract/examples.ts";
import {
  RoleProposalIdParam,
  RoleProposalsPage,
  RoleProposalsQuery,
  roleProposalsPage,
} from "../../contract/role-proposals.ts";
import { approveRoleProposal } from "../../services/operators/approve-role-proposal.ts";
import { listRoleProposals } from "../../services/operators/list-role-proposals.ts";
import { rejectRoleProposal } from "../../services/operators/reject-role-proposal.ts";
import { authenticated } from "../middleware/authenticated.ts";
import { orProblem } from "../or-problem.ts";
import { readPage } from "../page-request.ts";
import { INVALID_QUERY, invalidId, problemAnswersWith } from "../problem-answers.ts";
import { OPERATOR_CHANGE_PROBLEMS, OPERATOR_PROBLEMS } from "../problem-sets.ts";
import { BEARER, createRouter, emptyAnswer, jsonAnswer } from "../routing.ts";

const list = createRoute({
  method: "get",
  path: "/role-proposals",
  tags: ["admin"],
  operationId: "listRoleProposals",
  summary: "List the open role proposals",
  description: "For admins. The oldest comes first.",
  security: BEARER,
  middleware: [authenticated],
  request: { query: RoleProposalsQuery },
  responses: {
    200: jsonAnswer("A page of proposals.", RoleProposalsPage, {
      page: { data: [ROLE_PROPOSAL], next_cursor: null },
    }),
    ...problemAnswersWith(INVALID_QUERY, ...OPERATOR_PROBLEMS, "invalid_request"),
  },
});

const approve = createRoute({
  method: "post",
  path: "/role-proposals/{id}/approve",
  tags: ["admin"],
  operationId: "approveRoleProposal",
  summary: "Approve a role proposal",
  description:
    "For another admin than the one who proposed it. The user gets the role, and their sessions end. A suspended user gets no role.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: RoleProposalIdParam },
  responses: {
    200: jsonAnswer("The user as they are now.", AccountBody, {
      changed: { ...ACCOUNT, role: "support" },
    }),
    ...problemAnswersWith(
      invalidId("rlp"),
      ...OPERATOR_CHANGE_PROBLEMS,
      "invalid_request",
      "proposal_not_found",
      "own_account",
      "other_operator_required",
      "user_already_suspended",
      "role_needs_factor",
    ),
  },
});

const reject = createRoute({
  method: "post",
  path: "/role-proposals/{id}/reject",
  tags: ["admin"],
  operationId: "rejectRoleProposal",
  summary: "Reject a role proposal",
  description: "For admins. The admin who proposed it can withdraw it with this request.",
  security: BEARER,
  middleware: [authenticated],
  request: { params: RoleProposalIdParam },
  responses: {
    204: emptyAnswer("The proposal is rejected."),
    ...problemAnswersWith(
      invalidId("rlp"),
      ...OPERATOR_CHANGE_PROBLEMS,
      "invalid_request",
      "proposal_not_found",
    ),
  },
});

/** Mounted under /v1/admin. */
export const adminRoleProposalRoutes = createRouter()
  .openapi(list, async (c) => {
    const { services, caller } = c.var;
    const scope = [caller.userId];
    const page = readPage(c.req.valid("query"), scope);
    const found = await listRoleProposals(services, caller, page);
    return c.json(roleProposalsPage(orProblem(found), scope), 200);
  })
  .openapi(approve, async (c) => {
    const { id } = c.req.valid("param");
    const approved = await approveRoleProposal(c.var.services, c.var.caller, id);
    return c.json(accountBody(orProblem(approved)), 200);
  })
  .openapi(reject, async (c) => {
    const { id } = c.req.valid("param");
    orProblem(await rejectRoleProposal(c.var.services, c.var.caller, id));
    return c.body(null, 204);
  });
