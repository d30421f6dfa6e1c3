import type { components } from "@mahfaza/client";
import { api } from "../../api/client.ts";
import { invalidate } from "../../api/use-data.ts";
import { words } from "../../i18n/words.ts";
import { act } from "../proven.ts";
import { pairTitle, RateTerms } from "../rates/rate-terms.tsx";
import { List } from "../ui/list.tsx";
import { usePages } from "../use-pages.ts";
import { ProposalCard } from "./proposal-card.tsx";

const t = words({
  en: {
    none: "No rate is proposed",
    noneText: "Rates that jump, and first rates of a pair, wait here for a second admin.",
    title: (pair: string) => `Set the rate of ${pair}`,
  },
  ar: {
    none: "لا توجد أسعار مقترحة",
    noneText: "تظهر هنا الأسعار التي تقفز، وأول سعر لكل زوج، بانتظار مدير ثانٍ.",
    title: (pair: string) => `تحديد سعر \u2068${pair}\u2069`,
  },
});

/** Rates that wait for a second admin. */
export function RateProposals() {
  const pages = usePages("proposals:rates", (page) =>
    api.GET("/v1/admin/rate-proposals", { params: { query: page } }),
  );
  return (
    <List of={pages} empty={{ title: t().none, text: t().noneText }}>
      {(items) => items.map((one) => <RateProposal key={one.id} of={one} />)}
    </List>
  );
}

function RateProposal({ of }: { readonly of: components["schemas"]["RateProposal"] }) {
  const params = { path: { id: of.id } };
  return (
    <ProposalCard
      proposal={of}
      title={t().title(pairTitle(of))}
      approve={() => act(() => api.POST("/v1/admin/rate-proposals/{id}/approve", { params }))}
      reject={() => act(() => api.POST("/v1/admin/rate-proposals/{id}/reject", { params }))}
      onDecided={() => invalidate("desk:proposals:rates", "desk:health", "rates", "desk:rates")}
    >
      <RateTerms of={of} validForSeconds={of.valid_for_seconds} />
    </ProposalCard>
  );
}
