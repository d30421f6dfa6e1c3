import type { components } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { invalidate } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { Details } from "../../ui/page.tsx";
import { act } from "../proven.ts";
import { PersonId } from "../ui/id.tsx";
import { List } from "../ui/list.tsx";
import { usePages } from "../use-pages.ts";
import { nameOf } from "../words/name.ts";
import { ROLE } from "../words/people.ts";
import { ProposalCard } from "./proposal-card.tsx";

const t = words({
  en: {
    none: "No role is proposed",
    noneText: "Roles that wait for a second admin are here. A role is proposed on a person’s page.",
    title: (role: string) => `Give the role ${role}`,
    person: "To",
  },
  ar: {
    none: "لا توجد أدوار مقترحة",
    noneText: "تظهر هنا الأدوار التي تنتظر مديرًا ثانيًا. يُقترح الدور من صفحة الشخص.",
    title: (role: string) => `منح الدور: ${role}`,
    person: "إلى",
  },
});

/** Roles that wait for a second admin. */
export function RoleProposals() {
  const pages = usePages("proposals:roles", (page) =>
    api.GET("/v1/admin/role-proposals", { params: { query: page } }),
  );
  return (
    <List of={pages} empty={{ title: t().none, text: t().noneText }}>
      {(items) => items.map((one) => <RoleProposal key={one.id} of={one} />)}
    </List>
  );
}

function RoleProposal({ of }: { readonly of: components["schemas"]["RoleProposal"] }) {
  const params = { path: { id: of.id } };
  return (
    <ProposalCard
      proposal={of}
      title={t().title(nameOf(ROLE, of.role))}
      approve={() => act(() => api.POST("/v1/admin/role-proposals/{id}/approve", { params }))}
      reject={() => act(() => api.POST("/v1/admin/role-proposals/{id}/reject", { params }))}
      onDecided={() => invalidate("desk:proposals:roles", "desk:health", "desk:operators")}
    >
      <Details lines={[[t().person, <PersonId key="person" id={of.user_id} />]]} />
    </ProposalCard>
  );
}
