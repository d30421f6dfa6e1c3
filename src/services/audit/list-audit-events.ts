import type { AuditEvent, AuditEventPosition } from "../../domain/audit-event.ts";
import { done, type Outcome } from "../../domain/outcome.ts";
import type { Page, PageRequest } from "../../domain/page.ts";
import type { Caller, ServiceContext } from "../context.ts";
import { readInSession } from "../identity/sessions/read-in-session.ts";
import { eventsPage, selectEvents } from "./select-events.ts";

/** The audit events of the caller's own account, newest first, with what operators did to it. */
export async function listAuditEvents(
  ctx: ServiceContext,
  caller: Caller,
  page: PageRequest<AuditEventPosition>,
): Promise<Outcome<Page<AuditEvent, AuditEventPosition>, "session_ended">> {
  const read = await readInSession(ctx, caller, (db) => [selectEvents(db, caller.userId, page)]);
  return read.ok ? done(eventsPage(read.value[0], page)) : read;
}
