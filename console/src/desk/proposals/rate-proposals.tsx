import { api } from "../../api/client.ts";
import { words } from "../../i18n/words.ts";
import { pairTitle, RateTerms } from "../rates/rate-terms.tsx";
import { usePages } from "../use-pages.ts";
import { ProposalList } from "./proposal-list.tsx";

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
    <ProposalList
      of={pages}
      empty={{ title: t().none, text: t().noneText }}
      titleOf={(proposal) => t().title(pairTitle(proposal))}
      details={(proposal) => (
        <RateTerms of={proposal} validForSeconds={proposal.valid_for_seconds} />
      )}
      approve={(params) => api.POST("/v1/admin/rate-proposals/{id}/approve", { params })}
      reject={(params) => api.POST("/v1/admin/rate-proposals/{id}/reject", { params })}
      changes={["desk:proposals:rates", "desk:health", "rates", "desk:rates"]}
    />
  );
}
