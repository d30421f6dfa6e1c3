import type { components } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Time } from "../../ui/time.tsx";
import { isAdmin } from "../operator.ts";
import { OperatorName } from "../operators/operator-name.tsx";
import { ACTOR, EVENT } from "../words/events.ts";
import { nameOf } from "../words/name.ts";
import { detailLines } from "./detail-lines.ts";
import { Id, PersonId } from "./id.tsx";
import { Table } from "./table.tsx";

const t = words({
  en: { when: "When", what: "What", who: "By", details: "Details", about: "About" },
  ar: { when: "الوقت", what: "الحدث", who: "بواسطة", details: "التفاصيل", about: "بشأن" },
});

type Event = components["schemas"]["WatchedAuditEvent"];

interface EventTableProps {
  readonly caption: string;
  readonly events: readonly Event[];
  /** Whom each line names: who acted, or whom the act was about. */
  readonly about: "operator" | "person";
}

/** Events of the audit log, in words, with the details as the service recorded them. */
export function EventTable({ caption, events, about }: EventTableProps) {
  return (
    <Table
      caption={caption}
      rows={events}
      keyOf={({ id }) => id}
      columns={[
        { title: t().when, cell: ({ created_at }) => <Time at={created_at} /> },
        { title: t().what, cell: ({ type }) => nameOf(EVENT, type) },
        about === "operator"
          ? { title: t().who, cell: (event) => <Actor event={event} /> }
          : { title: t().about, cell: ({ user_id }) => <PersonId id={user_id} /> },
        { title: t().details, cell: (event) => <EventDetails event={event} /> },
      ]}
    />
  );
}

function Actor({ event: { actor, actor_id } }: { readonly event: Event }) {
  return (
    <>
      {nameOf(ACTOR, actor)}
      {actor_id && (
        <>
          {" · "}
          {isAdmin() ? <OperatorName id={actor_id} /> : <Id of={actor_id} />}
        </>
      )}
    </>
  );
}

function EventDetails({ event: { details, wallet_id } }: { readonly event: Event }) {
  return (
    <span class="event-details">
      {wallet_id && <Id of={wallet_id} />}
      {detailLines(details).map((line) => (
        <bdi key={line} class="code" dir="ltr">
          {line}
        </bdi>
      ))}
    </span>
  );
}
