import type { AuditEventPosition } from "../../domain/audit-event.ts";
import type { UserId } from "../../domain/ids.ts";
import type { PageRequest } from "../../domain/page.ts";
import { selectActs } from "../audit/select-events.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AuditEventLookup, lookUpAuditEvents } from "./acts/look-up-audit-events.ts";

const LOOKUP: AuditEventLookup = {
  act: { roles: ["admin"], type: "operator_acts_looked_up" },
  select: selectActs,
};

/**
 * The look-ups and changes of one operator, newest first; still readable after the role was
 * removed.
 */
export function listOperatorActs(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  page: PageRequest<AuditEventPosition>,
) {
  return lookUpAuditEvents(ctx, caller, LOOKUP, userId, page);
}
