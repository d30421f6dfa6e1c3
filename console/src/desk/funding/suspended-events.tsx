import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Time } from "../../ui/time.tsx";
import { isAdmin } from "../operator.ts";
import { actColumn } from "../ui/columns.tsx";
import { Id, PersonId } from "../ui/id.tsx";
import { List } from "../ui/list.tsx";
import { Table } from "../ui/table.tsx";
import { usePages } from "../use-pages.ts";
import { SUSPENSE_REASON } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import { ResolveEvent } from "./resolve-event.tsx";

const t = words({
  en: {
    title: "Events in suspense",
    received: "Received",
    why: "Why it waits",
    reference: "Reference, payment, event",
    owner: "Person",
    unknown: "Unknown",
    amount: "As sent",
    acts: "Acts",
    resolve: "Resolve",
    none: "Nothing is in suspense",
    noneText:
      "Money that reached no wallet, or left after it was released, waits here for an operator.",
  },
  ar: {
    title: "أحداث معلّقة",
    received: "وقت الوصول",
    why: "سبب الانتظار",
    reference: "المرجع والدفعة والحدث",
    owner: "الشخص",
    unknown: "غير معروف",
    amount: "كما أُرسل",
    acts: "الإجراءات",
    resolve: "معالجة",
    none: "لا توجد أحداث معلّقة",
    noneText: "تنتظر هنا أموال لم تصل إلى محفظة، أو خرجت بعد فك حجزها، حتى يعالجها مشغّل.",
  },
});

export type SuspendedEvent = components["schemas"]["SuspendedEvent"];

/** The provider's events about money that could not be given to a wallet. */
export function SuspendedEvents() {
  const [open, setOpen] = useState<SuspendedEvent | null>(null);
  const pages = usePages("funding:events", (page) =>
    api.GET("/v1/admin/funding-events", { params: { query: page } }),
  );
  return (
    <>
      <List of={pages} empty={{ title: t().none, text: t().noneText }}>
        {(events) => <EventTable events={events} onResolve={setOpen} />}
      </List>
      {open && <ResolveEvent event={open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface EventTableProps {
  readonly events: readonly SuspendedEvent[];
  readonly onResolve: (event: SuspendedEvent) => void;
}

function EventTable({ events, onResolve }: EventTableProps) {
  return (
    <Table
      caption={t().title}
      rows={events}
      keyOf={({ id }) => id}
      columns={[
        { title: t().received, cell: ({ received_at }) => <Time at={received_at} /> },
        {
          title: t().why,
          cell: ({ reason, type }) => (
            <span class="two-lines">
              {nameOf(SUSPENSE_REASON, reason)}
              <bdi class="code">{type}</bdi>
            </span>
          ),
        },
        {
          title: t().reference,
          cell: ({ reference, payment_id, id }) => (
            <span class="two-lines provider-ids">
              <Id of={reference} />
              {payment_id && <Id of={payment_id} />}
              <Id of={id} />
            </span>
          ),
        },
        {
          title: t().owner,
          cell: ({ user_id }) => (user_id ? <PersonId id={user_id} /> : t().unknown),
        },
        {
          title: t().amount,
          isEnd: true,
          // As the provider sent it: it may be no amount of a currency.
          cell: ({ amount, currency }) => <bdi class="num">{`${amount} ${currency}`}</bdi>,
        },
        ...(isAdmin() ? [actColumn({ title: t().acts, verb: t().resolve, onAct: onResolve })] : []),
      ]}
    />
  );
}
