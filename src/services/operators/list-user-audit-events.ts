import { eq } from "drizzle-orm";
import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../db/operator.ts";
import { users } from "../../db/schema/index.ts";
import type { AuditEvent, AuditEventPosition } from "../../domain/audit-event.ts";
import type { UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import { OPERATOR_ROLES } from "../../domain/user.ts";
import { eventsPage, selectEvents } from "../audit/select-events.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { actAsOperator, type OperatorRefusal } from "./acts/act-as-operator.ts";

const LIST: OperatorAct = { roles: OPERATOR_ROLES, type: "audit_events_looked_up" };

/** The audit events of a user, newest first. This lookup is one of them. */
export async function listUserAuditEvents(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  page: PageRequest<AuditEventPosition>,
): Promise<Outcome<Page<AuditEvent, AuditEventPosition>, OperatorRefusal | "user_not_found">> {
  const from = userAsSubject(caller, LIST, userId);
  const found = await actAsOperator(ctx, caller, LIST, (db) => [
    db.execute(insertOperatorEvent(caller, LIST, { from }, ctx.nowMs())),
    db.select({ id: users.id }).from(users).where(eq(users.id, userId)),
    selectEvents(db, userId, page),
  ]);
  if (!found.ok) return found;
  const [, [user], rows] = found.value;
  return user ? done(eventsPage(rows, page)) : refuse("user_not_found");
}
