import { useRoute } from "preact-iso";
import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { EventTable } from "../ui/event-table.tsx";
import { List } from "../ui/list.tsx";
import { usePages } from "../use-pages.ts";
import { useOperatorName } from "./operator-names.ts";

const t = words({
  en: {
    title: "Operator’s acts",
    of: (name: string) => `${name}: acts`,
    account: "Open the account",
    none: "No acts",
    noneText: "What this operator looked at and did is listed here, the newest first.",
  },
  ar: {
    title: "إجراءات مشغّل",
    of: (name: string) => `إجراءات \u2068${name}\u2069`,
    account: "فتح الحساب",
    none: "لا توجد إجراءات",
    noneText: "يظهر هنا ما اطّلع عليه هذا المشغّل وما فعله، الأحدث أولًا.",
  },
});

/** What an operator looked at and did. */
export function OperatorPage() {
  const { id = "" } = useRoute().params;
  return <Acts key={id} id={id} />;
}

function Acts({ id }: { readonly id: string }) {
  const name = useOperatorName(id);
  const pages = usePages(`acts:${id}`, (page) =>
    api.GET("/v1/admin/operators/{id}/audit-events", {
      params: { path: { id }, query: page },
    }),
  );
  return (
    <Page
      title={name === null ? t().title : t().of(name)}
      back="/desk/operators"
      actions={<LinkButton href={`/desk/people/${id}`}>{t().account}</LinkButton>}
    >
      <List of={pages} empty={{ title: t().none, text: t().noneText }}>
        {(items) => <EventTable caption={t().title} events={items} about="person" />}
      </List>
    </Page>
  );
}
