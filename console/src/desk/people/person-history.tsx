import { useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Choice } from "../../ui/choice.tsx";
import { List } from "../ui/list.tsx";
import { usePages } from "../use-pages.ts";
import { HistoryTable } from "./history-table.tsx";

const t = words({
  en: {
    title: "Transactions",
    filter: "Which",
    all: "All",
    success: "Done",
    failed: "Refused",
    none: "No transactions",
    noneText: "What this person pays and receives is listed here, the newest first.",
  },
  ar: {
    title: "العمليات",
    filter: "أي العمليات",
    all: "الكل",
    success: "تمّت",
    failed: "مرفوضة",
    none: "لا توجد عمليات",
    noneText: "يظهر هنا ما يدفعه هذا الشخص ويستلمه، الأحدث أولًا.",
  },
});

type Filter = "all" | "success" | "failed";

/** A person's transactions, as that person sees them. */
export function PersonHistory({ id }: { readonly id: string }) {
  const [filter, setFilter] = useState<Filter>("all");
  return (
    <div class="stack">
      <Choice
        label={t().filter}
        isLabelHidden
        value={filter}
        options={[
          ["all", t().all],
          ["success", t().success],
          ["failed", t().failed],
        ]}
        onValue={setFilter}
      />
      <Transactions key={filter} id={id} filter={filter} />
    </div>
  );
}

function Transactions({ id, filter }: { readonly id: string; readonly filter: Filter }) {
  const pages = usePages(`transactions:${id}:${filter}`, (page) =>
    api.GET("/v1/admin/users/{id}/transactions", {
      params: { path: { id }, query: { ...page, ...(filter !== "all" && { status: filter }) } },
    }),
  );
  return (
    <List of={pages} empty={{ title: t().none, text: t().noneText }}>
      {(items) => <HistoryTable caption={t().title} transactions={items} />}
    </List>
  );
}
