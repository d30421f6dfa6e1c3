import type { Rate } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { basisPointsText } from "../../i18n/basis-points.ts";
import { relativeTime } from "../../i18n/time.ts";
import { words } from "../../i18n/words.ts";
import { Amount } from "../../ui/amount.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { isAdmin } from "../operator.ts";
import { actColumn } from "../ui/columns.tsx";
import { List } from "../ui/list.tsx";
import { Table } from "../ui/table.tsx";
import { usePages } from "../use-pages.ts";
import { RATE_SOURCE } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import { pairSlug } from "./pair.ts";
import { pairTitle, rateText } from "./rate-terms.tsx";
import { SetRate } from "./set-rate.tsx";

const t = words({
  en: {
    title: "Rates",
    caption: "Rates in force",
    pair: "Pair",
    rate: "Rate",
    spread: "Spread",
    fee: "Fee",
    most: "Most in one quote",
    source: "Source",
    age: "Set",
    until: "Ends",
    acts: "Acts",
    set: "Set a rate",
    change: "Change",
    none: "No rate is in force",
    noneText: "Without a rate nothing can be exchanged. The first rate of a pair needs two admins.",
  },
  ar: {
    title: "أسعار الصرف",
    caption: "الأسعار السارية",
    pair: "الزوج",
    rate: "السعر",
    spread: "الهامش",
    fee: "الرسوم",
    most: "أقصى عرض واحد",
    source: "المصدر",
    age: "حُدّد",
    until: "ينتهي",
    acts: "الإجراءات",
    set: "تحديد سعر",
    change: "تغيير",
    none: "لا توجد أسعار سارية",
    noneText: "لا يمكن الصرف من دون سعر. يحتاج أول سعر لكل زوج إلى مديرَين.",
  },
});

/** The rates in force, and the way to set one. */
export function RatesPage() {
  const [open, setOpen] = useState<Rate | "new" | null>(null);
  const pages = usePages("rates", (page) => api.GET("/v1/rates", { params: { query: page } }));
  return (
    <Page
      title={t().title}
      actions={isAdmin() && <Button onClick={() => setOpen("new")}>{t().set}</Button>}
    >
      <List of={pages} empty={{ title: t().none, text: t().noneText }}>
        {(rates) => <RateTable rates={rates} onChange={setOpen} />}
      </List>
      {open && <SetRate rate={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

interface RateTableProps {
  readonly rates: readonly Rate[];
  readonly onChange: (rate: Rate) => void;
}

function RateTable({ rates, onChange }: RateTableProps) {
  return (
    <Table
      caption={t().caption}
      rows={rates}
      keyOf={({ id }) => id}
      columns={[
        {
          title: t().pair,
          cell: (rate) => <a href={`/desk/rates/${pairSlug(rate)}`}>{pairTitle(rate)}</a>,
        },
        { title: t().rate, cell: (rate) => <bdi class="num">{rateText(rate)}</bdi> },
        {
          title: t().spread,
          isEnd: true,
          cell: (rate) => basisPointsText(rate.spread_basis_points),
        },
        { title: t().fee, isEnd: true, cell: (rate) => basisPointsText(rate.fee_basis_points) },
        {
          title: t().most,
          isEnd: true,
          cell: ({ quote_max, base_currency }) => (
            <Amount value={quote_max} currency={base_currency} />
          ),
        },
        { title: t().source, cell: ({ source }) => nameOf(RATE_SOURCE, source) },
        { title: t().age, cell: ({ created_at }) => relativeTime(created_at) },
        { title: t().until, cell: ({ valid_until }) => relativeTime(valid_until) },
        ...(isAdmin() ? [actColumn({ title: t().acts, verb: t().change, onAct: onChange })] : []),
      ]}
    />
  );
}
