import type { AuditEventPosition } from "../../domain/audit-event.ts";
import type { UserId } from "../../domain/ids.ts";
import type { PageRequest } from "../../domain/page.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import { selectEvents } from "../audit/select-events.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { type AuditEventLookup, lookUpAuditEvents } from "./acts/look-up-audit-events.ts";

const LOOKUP: AuditEventLookup = {
  act: { roles: OPERATOR_ROLES, type: "audit_events_looked_up" },
  select: selectEvents,
};

/** The audit events of a user, newest first. This look-up is one of them. */
export function listUserAuditEvents(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  page: PageRequest<AuditEventPosition>,
) {
  return lookUpAuditEvents(ctx, caller, LOOKUP, userId, page);
}
