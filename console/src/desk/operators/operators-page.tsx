import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";
import { Tag } from "../../ui/tag.tsx";
import { Time } from "../../ui/time.tsx";
import { theOperator } from "../operator.ts";
import { PersonId } from "../ui/id.tsx";
import { List } from "../ui/list.tsx";
import { Table } from "../ui/table.tsx";
import { usePages } from "../use-pages.ts";
import { nameOf } from "../words/name.ts";
import { ROLE } from "../words/people.ts";

const t = words({
  en: {
    title: "Operators",
    name: "Name",
    role: "Role",
    state: "State",
    since: "Account since",
    account: "Account",
    you: "you",
    active: "Active",
    suspended: "Suspended",
    none: "No operators",
    noneText: "People with a role are listed here. A role is given on a person’s page.",
    hint: "To give or take a role, open the person’s account.",
  },
  ar: {
    title: "المشغّلون",
    name: "الاسم",
    role: "الدور",
    state: "الحالة",
    since: "الحساب منذ",
    account: "الحساب",
    you: "أنت",
    active: "نشط",
    suspended: "موقوف",
    none: "لا يوجد مشغّلون",
    noneText: "يظهر هنا من لهم دور. يُمنح الدور من صفحة الشخص.",
    hint: "لمنح دور أو سحبه، افتح حساب الشخص.",
  },
});

/** The people with a role. */
export function OperatorsPage() {
  const pages = usePages("operators", (page) =>
    api.GET("/v1/admin/operators", { params: { query: page } }),
  );
  return (
    <Page title={t().title}>
      <p class="quiet small">{t().hint}</p>
      <List of={pages} empty={{ title: t().none, text: t().noneText }}>
        {(items) => (
          <Table
            caption={t().title}
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                title: t().name,
                cell: ({ id, username }) => (
                  <>
                    <a href={`/desk/operators/${id}`}>
                      <bdi dir="auto">{username}</bdi>
                    </a>
                    {id === theOperator().id && <span class="quiet small"> · {t().you}</span>}
                  </>
                ),
              },
              { title: t().role, cell: ({ role }) => nameOf(ROLE, role) },
              {
                title: t().state,
                cell: ({ suspension }) =>
                  suspension ? (
                    <Tag kind="bad">{t().suspended}</Tag>
                  ) : (
                    <Tag kind="good">{t().active}</Tag>
                  ),
              },
              { title: t().since, cell: ({ created_at }) => <Time at={created_at} form="long" /> },
              { title: t().account, cell: ({ id }) => <PersonId id={id} /> },
            ]}
          />
        )}
      </List>
    </Page>
  );
}
