import { and, desc, eq, lt } from "drizzle-orm";
import { auditEvents, users } from "../../db/schema/index.ts";
import type { AuditEvent } from "../../domain/audit-event.ts";
import type { Page, PageRequest } from "../../domain/history.ts";
import type { AuditEventId, UserId } from "../../domain/ids.ts";
import { done, type Outcome, refuse } from "../../domain/outcome.ts";
import { eventsPage } from "../audit-events/select-events.ts";
import type { Caller } from "../caller.ts";
import type { ServiceContext } from "../context.ts";
import { actAsOperator, type OperatorRefusal } from "./act-as-operator.ts";
import { type OperatorAct, recordAct, subjectById } from "../../db/operator.ts";

const LIST: OperatorAct = { roles: ["admin"], type: "operator_acts_looked_up" };

/** Whom one operator looked at and what they did to whom, newest first: also after their role is gone. */
export async function listOperatorActs(
  ctx: ServiceContext,
  caller: Caller,
  userId: UserId,
  { after, limit }: PageRequest<AuditEventId>,
): Promise<Outcome<Page<AuditEvent, AuditEventId>, OperatorRefusal | "user_not_found">> {
  const from = subjectById(caller, LIST, userId);
  const found = await actAsOperator(ctx, caller, LIST, (db) => [
    db.execute(recordAct(caller, LIST, { from }, ctx.nowMs())),
    db.select({ id: users.id }).from(users).where(eq(users.id, userId)),
    db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.actorId, userId), after ? lt(auditEvents.id, after) : undefined))
      .orderBy(desc(auditEvents.id))
      .limit(limit + 1),
  ]);
  if (!found.ok) return found;
  const [, [user], rows] = found.value;
  return user ? done(eventsPage(rows, { after, limit })) : refuse("user_not_found");
}
