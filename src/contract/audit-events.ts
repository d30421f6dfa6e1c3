import { z } from "zod";
import {
  AUDIT_ACTOR_ROLES,
  AUDIT_EVENT_TYPES,
  type AuditEvent,
  type AuditEventPosition,
} from "../domain/audit-event.ts";
import { fromWireId, toWireId } from "../domain/ids.ts";
import { unixMicros } from "../domain/instant.ts";
import type { Page } from "../domain/page.ts";
import { exampleId, idText } from "./ids.ts";
import { microsOfText } from "./instant.ts";
import { type ListScope, pagedList } from "./page.ts";

// Version 2: the position is the time of the commit and the id. Version 3: a cursor is bound to its
// scope. Version 4: a cursor's tag covers its position.
const events = pagedList<AuditEventPosition>({
  name: "audit_events",
  version: 4,
  read: readPosition,
  write: ({ createdAtMicros, id }) => `${createdAtMicros}:${toWireId("aud", id)}`,
  example: { createdAtMicros: unixMicros(1_795_426_200_018_204n), id: exampleId("aud") },
});

function readPosition(text: string): AuditEventPosition | null {
  const [micros = "", wireId = ""] = text.split(":", 2);
  const createdAtMicros = microsOfText(micros);
  const id = fromWireId("aud", wireId);
  return createdAtMicros !== null && id ? { createdAtMicros, id } : null;
}

/** The query of a list of audit events. */
export const AuditEventsQuery = z.strictObject(events.fields);

const eventFields = {
  id: idText("aud", "The event."),
  type: z.enum(AUDIT_EVENT_TYPES),
  actor: z.enum(["self", ...AUDIT_ACTOR_ROLES]).meta({
    description: "Who acted: the user, an operator by their role, or the service itself.",
  }),
  wallet_id: idText("wal", "The wallet that the event is about.").nullable(),
  created_at: z.iso.datetime().meta({
    description: "Later events of one user, or of one operator, have a later time.",
    examples: ["2026-11-23T09:30:00.018204Z"],
  }),
};

const Details = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .meta({ examples: [{ fields: ["username"] }] });

const OwnEventBody = z
  .object({ ...eventFields, details: Details })
  .meta({ id: "AuditEvent", description: "An event of an account, as its user sees it." });

const WatchedEventBody = z
  .object({
    ...eventFields,
    details: Details,
    user_id: idText("usr", "The user whom the event is about."),
    actor_id: idText("usr", "The operator who acted.").nullable(),
  })
  .meta({ id: "WatchedAuditEvent", description: "An audit event as operators see it." });

export const AuditEventsPage = events.schema(OwnEventBody, "AuditEventsPage");
export const WatchedEventsPage = events.schema(WatchedEventBody, "WatchedAuditEventsPage");

type EventsPage = Page<AuditEvent, AuditEventPosition>;

const fieldsOf = ({ id, type, actorRole, walletId, createdAt }: AuditEvent) => ({
  id: toWireId("aud", id),
  type,
  actor: actorRole ?? ("self" as const),
  wallet_id: walletId && toWireId("wal", walletId),
  created_at: createdAt,
});

/**
 * A page of events for the user whom they are about, read in this scope. An act of an operator or
 * of the service shows its type and role only: the operator's identity and the reason may belong to
 * an investigation, and a phone's new user is another person.
 */
export function auditEventsPage(
  page: EventsPage,
  scope: ListScope,
): z.infer<typeof AuditEventsPage> {
  return events.body(page, scope, (event) => ({
    ...fieldsOf(event),
    details: event.actorRole === null ? event.details : {},
  }));
}

/** A page of events for an operator, read in this scope. */
export function watchedEventsPage(
  page: EventsPage,
  scope: ListScope,
): z.infer<typeof WatchedEventsPage> {
  return events.body(page, scope, (event) => ({
    ...fieldsOf(event),
    details: event.details,
    user_id: toWireId("usr", event.userId),
    actor_id: event.actorId && toWireId("usr", event.actorId),
  }));
}
