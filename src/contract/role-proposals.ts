import { z } from "zod";
import { ROLE_PROPOSAL_HOURS } from "../domain/bounds.ts";
import { fromWireId, type RoleProposalId, toWireId } from "../domain/ids.ts";
import type { Page } from "../domain/page.ts";
import { OPERATOR_ROLES, type RoleProposal } from "../domain/user.ts";
import { exampleId, idText, wireId } from "./ids.ts";
import { type ListScope, pagedList } from "./page.ts";

/** The path parameter of `/v1/admin/role-proposals/{id}`. */
export const RoleProposalIdParam = z.object({ id: wireId("rlp", "A role proposal.") });

export const RoleProposalBody = z
  .object({
    id: idText("rlp", "The proposal."),
    user_id: idText("usr", "The user who would get the role."),
    role: z.enum(OPERATOR_ROLES),
    proposed_by: idText("usr", "The admin who proposed it."),
    created_at: z.iso.datetime().meta({ examples: ["2026-11-23T09:30:00.000Z"] }),
    expires_at: z.iso.datetime().meta({
      description: `When it can no longer be approved: ${ROLE_PROPOSAL_HOURS} hours after it was made.`,
      examples: ["2026-11-24T09:30:00.000Z"],
    }),
  })
  .meta({ id: "RoleProposal", description: "A role that waits for a second admin." });

// Version 2: a cursor's tag covers its position.
const proposals = pagedList<RoleProposalId>({
  name: "role_proposals",
  version: 2,
  read: (text) => fromWireId("rlp", text),
  write: (id) => toWireId("rlp", id),
  example: exampleId("rlp"),
});

/** The query of the list of role proposals. */
export const RoleProposalsQuery = z.strictObject(proposals.fields);

export const RoleProposalsPage = proposals.schema(RoleProposalBody, "RoleProposalsPage");

/** The wire form of a role proposal. */
export function roleProposalBody(proposal: RoleProposal): z.infer<typeof RoleProposalBody> {
  return {
    id: toWireId("rlp", proposal.id),
    user_id: toWireId("usr", proposal.userId),
    role: proposal.role,
    proposed_by: toWireId("usr", proposal.proposedBy),
    created_at: proposal.createdAt.toISOString(),
    expires_at: proposal.expiresAt.toISOString(),
  };
}

/** A page of role proposals. */
export function roleProposalsPage(
  page: Page<RoleProposal, RoleProposalId>,
  scope: ListScope,
): z.infer<typeof RoleProposalsPage> {
  return proposals.body(page, scope, roleProposalBody);
}
