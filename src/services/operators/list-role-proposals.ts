import { sql } from "drizzle-orm";
import { callerAsSubject, insertOperatorEvent, type OperatorAct } from "../../db/operator.ts";
import type { RoleProposalId } from "../../domain/ids.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import { type Page, type PageRequest, pageOf, rowsToSelect } from "../../domain/page.ts";
import type { RoleProposal } from "../../domain/user.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type LookupRefusal, lookUp } from "./acts/look-up.ts";
import {
  type RoleProposalRow,
  roleProposalOf,
  selectOpenProposals,
} from "./acts/role-proposal-row.ts";

const LIST: OperatorAct = { roles: ["admin"], type: "operators_listed" };

/** The role proposals that can still be decided, oldest first. */
export async function listRoleProposals(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<RoleProposalId>,
): Promise<Outcome<Page<RoleProposal, RoleProposalId>, LookupRefusal>> {
  const isNext = page.after ? sql`p.id > ${page.after}` : sql`true`;
  const from = callerAsSubject(caller, LIST);
  const details = sql`'{"list": "role_proposals"}'`;
  const found = await lookUp(ctx, caller, LIST, null, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from, details }, ctx.nowMs())),
    db.execute<RoleProposalRow>(sql`${selectOpenProposals(isNext)} LIMIT ${rowsToSelect(page)}`),
  ]);
  if (!found.ok) return found;
  return done(pageOf(found.value[1].rows.map(roleProposalOf), page, ({ id }) => id));
}
