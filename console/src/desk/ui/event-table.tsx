import type { components } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Time } from "../../ui/time.tsx";
import { OperatorName } from "../operators/operator-name.tsx";
import { knownOperatorName } from "../operators/operator-names.ts";
import { ACTOR, EVENT } from "../words/events.ts";
import { nameOf } from "../words/name.ts";
import { type DetailLine, detailLines } from "./detail-lines.ts";
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

/** Events of the audit log, in words; details without words are shown as they were recorded. */
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
          : { title: t().about, cell: ({ user_id }) => <About id={user_id} /> },
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
          <OperatorName id={actor_id} />
        </>
      )}
    </>
  );
}

/** Whom an act was about: an operator by name, where the names are known. */
function About({ id }: { readonly id: string }) {
  const name = knownOperatorName(id);
  return name === null ? (
    <PersonId id={id} />
  ) : (
    <a href={`/desk/people/${id}`}>
      <bdi dir="auto">{name}</bdi>
    </a>
  );
}

function EventDetails({ event }: { readonly event: Event }) {
  return (
    <span class="event-details">
      {event.wallet_id && <Id of={event.wallet_id} />}
      {detailLines(event).map((line) => (
        <span key={line.name}>
          <span class="quiet">{line.name}:</span> <DetailValue line={line} />
        </span>
      ))}
    </span>
  );
}

function DetailValue({ line: { text, isCode, operatorId } }: { readonly line: DetailLine }) {
  if (operatorId) return <OperatorName id={operatorId} />;
  return isCode ? (
    <bdi class="code" dir="ltr">
      {text}
    </bdi>
  ) : (
    <bdi>{text}</bdi>
  );
}
