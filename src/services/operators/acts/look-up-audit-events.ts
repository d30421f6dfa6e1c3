import { eq } from "drizzle-orm";
import type { HttpDatabase } from "../../../db/connect.ts";
import { insertOperatorEvent, type OperatorAct, userAsSubject } from "../../../db/operator.ts";
import { users } from "../../../db/schema/index.ts";
import type { AuditEvent, AuditEventPosition } from "../../../domain/audit-event.ts";
import type { UserId } from "../../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../../domain/outcome.ts";
import type { Page, PageRequest } from "../../../domain/page.ts";
import { eventsPage, type selectActs, type selectEvents } from "../../audit/select-events.ts";
import type { Caller, ServiceContext } from "../../context.ts";
import { type LookupRefusal, lookUp } from "./look-up.ts";

/**
 * A look-up of audit events by an operator: who may make it, how it is recorded, what it selects.
 */
export interface AuditEventLookup {
  readonly act: OperatorAct;
  readonly select: typeof selectEvents | typeof selectActs;
}

/**
 * Reads a page of audit events that concern a user, and records the look-up as an event of that
 * user.
 */
export async function lookUpAuditEvents(
  ctx: ServiceContext,
  caller: Caller,
  { act, select }: AuditEventLookup,
  userId: UserId,
  page: PageRequest<AuditEventPosition>,
): Promise<Outcome<Page<AuditEvent, AuditEventPosition>, LookupRefusal | "user_not_found">> {
  const from = userAsSubject(caller, act, userId);
  const found = await lookUp(ctx, caller, act, userId, (db: HttpDatabase) => [
    db.execute(insertOperatorEvent(caller, act, { from }, ctx.nowMs())),
    db.select({ id: users.id }).from(users).where(eq(users.id, userId)),
    select(db, userId, page),
  ]);
  if (!found.ok) return found;
  const [, [user], rows] = found.value;
  return user ? done(eventsPage(rows, page)) : refuse("user_not_found");
}
