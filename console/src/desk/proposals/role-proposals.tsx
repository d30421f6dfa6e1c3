import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { Details } from "../../ui/page.tsx";
import { PersonId } from "../ui/id.tsx";
import { usePages } from "../use-pages.ts";
import { nameOf } from "../words/name.ts";
import { ROLE } from "../words/people.ts";
import { ProposalList } from "./proposal-list.tsx";

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
    <ProposalList
      of={pages}
      empty={{ title: t().none, text: t().noneText }}
      titleOf={({ role }) => t().title(nameOf(ROLE, role))}
      details={({ user_id }) => <Details lines={[[t().person, <PersonId id={user_id} />]]} />}
      approve={(params) => api.POST("/v1/admin/role-proposals/{id}/approve", { params })}
      reject={(params) => api.POST("/v1/admin/role-proposals/{id}/reject", { params })}
      changes={["desk:proposals:roles", "desk:health", "desk:operators"]}
    />
  );
}
