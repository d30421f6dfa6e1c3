import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { EventTable } from "../ui/event-table.tsx";
import { List } from "../ui/list.tsx";
import { usePages } from "../use-pages.ts";

const t = words({
  en: {
    title: "Audit log",
    none: "No events",
    noneText: "What happened to this account, and who looked at it, is listed here.",
  },
  ar: {
    title: "سجل الأحداث",
    none: "لا توجد أحداث",
    noneText: "يظهر هنا ما حدث لهذا الحساب ومن اطّلع عليه.",
  },
});

/** What happened to a person's account, and who looked at it. */
export function PersonAudit({ id }: { readonly id: string }) {
  const pages = usePages(`audit:${id}`, (page) =>
    api.GET("/v1/admin/users/{id}/audit-events", { params: { path: { id }, query: page } }),
  );
  return (
    <List of={pages} empty={{ title: t().none, text: t().noneText }}>
      {(items) => <EventTable caption={t().title} events={items} about="operator" />}
    </List>
  );
}
