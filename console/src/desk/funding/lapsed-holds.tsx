import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Time } from "../../ui/time.tsx";
import { amountColumn } from "../ui/columns.tsx";
import { Id, PersonId } from "../ui/id.tsx";
import { List } from "../ui/list.tsx";
import { Table } from "../ui/table.tsx";
import { usePages } from "../use-pages.ts";

const t = words({
  en: {
    title: "Holds",
    which: "Which holds",
    lapsed: "Expired",
    open: "Open",
    hold: "Hold",
    placed: "Placed",
    ends: "Ends",
    ended: "Ended",
    payer: "Payer",
    payee: "Payee",
    captured: "Captured",
    amount: "Amount",
    noLapsed: "No hold has expired",
    lapsedText: "Holds that expired without a capture are here, the last one first.",
    noOpen: "No hold is open",
    openText: "Holds that can still be captured are here, the next to expire first.",
  },
  ar: {
    title: "الحجوزات",
    which: "أي الحجوزات",
    lapsed: "منتهية",
    open: "مفتوحة",
    hold: "الحجز",
    placed: "وقت الحجز",
    ends: "ينتهي",
    ended: "انتهى",
    payer: "الدافع",
    payee: "المستلم",
    captured: "المحصّل",
    amount: "المبلغ",
    noLapsed: "لا توجد حجوزات منتهية",
    lapsedText: "تظهر هنا الحجوزات التي انتهت مدتها من دون تحصيل، الأحدث أولًا.",
    noOpen: "لا توجد حجوزات مفتوحة",
    openText: "تظهر هنا الحجوزات التي ما زال يمكن تحصيلها، الأقرب انتهاءً أولًا.",
  },
});

type Hold = components["schemas"]["WatchedHold"];
type State = "lapsed" | "open";

/** Holds that expired without a capture, or those that expire next. */
export function LapsedHolds() {
  const [state, setState] = useState<State>("lapsed");
  return (
    <div class="stack">
      <Choice
        label={t().which}
        isLabelHidden
        value={state}
        options={[
          ["lapsed", t().lapsed],
          ["open", t().open],
        ]}
        onValue={setState}
      />
      <Holds key={state} state={state} />
    </div>
  );
}

function Holds({ state }: { readonly state: State }) {
  const pages = usePages(`funding:holds:${state}`, (page) =>
    api.GET("/v1/admin/holds", { params: { query: { state, ...page } } }),
  );
  const empty =
    state === "lapsed"
      ? { title: t().noLapsed, text: t().lapsedText }
      : { title: t().noOpen, text: t().openText };
  return (
    <List of={pages} empty={empty}>
      {(items) => <HoldTable items={items} endTitle={state === "open" ? t().ends : t().ended} />}
    </List>
  );
}

interface HoldTableProps {
  readonly items: readonly Hold[];
  readonly endTitle: string;
}

function HoldTable({ items, endTitle }: HoldTableProps) {
  return (
    <Table
      caption={t().title}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { title: t().hold, cell: ({ id }) => <Id of={id} /> },
        { title: t().placed, cell: ({ created_at }) => <Time at={created_at} /> },
        { title: endTitle, cell: ({ expires_at }) => <Time at={expires_at} /> },
        { title: t().payer, cell: ({ payer_id }) => <PersonId id={payer_id} /> },
        { title: t().payee, cell: ({ payee_id }) => <PersonId id={payee_id} /> },
        { title: t().captured, isEnd: true, cell: ({ captured }) => <Amount value={captured} /> },
        amountColumn(t().amount),
      ]}
    />
  );
}
