import type { components } from "@mahfaza/client";
import { words } from "../../i18n/words.ts";
import { Section } from "../../ui/page.tsx";
import { countText } from "../ui/count-text.ts";
import { Nothing } from "../ui/nothing.tsx";
import { Table } from "../ui/table.tsx";
import { FAILURE } from "../words/money.ts";
import { nameOf } from "../words/name.ts";

const t = words({
  en: {
    title: "Refusals of the last 24 hours",
    why: "Why",
    code: "Code",
    count: "Transactions",
    none: "No transaction was refused",
    noneText: "Refused transactions are counted here by their code.",
  },
  ar: {
    title: "العمليات المرفوضة خلال 24 ساعة",
    why: "السبب",
    code: "الرمز",
    count: "العمليات",
    none: "لم تُرفض أي عملية",
    noneText: "تظهر هنا أعداد العمليات المرفوضة بحسب الرمز.",
  },
});

type Health = components["schemas"]["ServiceHealth"];

/** How many transactions were refused, by code; the most frequent first. */
export function Refusals({ health }: { readonly health: Health }) {
  const rows = health.refusals.toSorted((a, b) => b.count - a.count);
  return (
    <Section title={t().title}>
      {rows.length === 0 ? (
        <Nothing title={t().none} text={t().noneText} />
      ) : (
        <Table
          caption={t().title}
          rows={rows}
          keyOf={({ code }) => code}
          columns={[
            { title: t().why, cell: ({ code }) => nameOf(FAILURE, code) },
            { title: t().code, cell: ({ code }) => <bdi class="code">{code}</bdi> },
            {
              title: t().count,
              isEnd: true,
              cell: ({ count }) => <bdi class="num">{countText(count)}</bdi>,
            },
          ]}
        />
      )}
    </Section>
  );
}
