import type { components } from "@mahfaza/client";
import { useRoute } from "preact-iso";
import { api } from "../../api/client.ts";
import { formatDecimal } from "../../i18n/amount.ts";
import { basisPointsText } from "../../i18n/basis-points.ts";
import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";
import { Time } from "../../ui/time.tsx";
import { NoSuchDeskPage } from "../no-such-desk-page.tsx";
import { OperatorName } from "../operators/operator-name.tsx";
import { List } from "../ui/list.tsx";
import { Table } from "../ui/table.tsx";
import { usePages } from "../use-pages.ts";
import { RATE_SOURCE } from "../words/money.ts";
import { nameOf } from "../words/name.ts";
import { type Pair, readPair } from "./pair.ts";
import { pairTitle } from "./rate-terms.tsx";
import { StepChart } from "./step-chart.tsx";

const t = words({
  en: {
    caption: "Rates of the pair",
    from: "From",
    until: "Until",
    rate: "Rate",
    spread: "Spread",
    fee: "Fee",
    source: "Source",
    by: "Set by",
    approved: "Approved by",
    none: "This pair never had a rate",
    noneText: "An admin can set one on the page of rates.",
  },
  ar: {
    caption: "أسعار الزوج",
    from: "من",
    until: "إلى",
    rate: "السعر",
    spread: "الهامش",
    fee: "الرسوم",
    source: "المصدر",
    by: "حدّده",
    approved: "وافق عليه",
    none: "لم يكن لهذا الزوج سعر",
    noneText: "يحدّده مدير في صفحة الأسعار.",
  },
});

type PastRate = components["schemas"]["PastRate"];

/** The rates that a pair has had. */
export function PairPage() {
  const { pair: slug = "" } = useRoute().params;
  const pair = readPair(slug);
  return pair ? <PairHistory key={slug} pair={pair} slug={slug} /> : <NoSuchDeskPage />;
}

function PairHistory({ pair, slug }: { readonly pair: Pair; readonly slug: string }) {
  const { base_currency, counter_currency, market } = pair;
  const pages = usePages(`rates:${slug}`, (page) =>
    api.GET("/v1/admin/rates/history", {
      params: { query: { base_currency, counter_currency, ...(market && { market }), ...page } },
    }),
  );
  return (
    <Page title={pairTitle(pair)} back="/desk/rates">
      <List of={pages} empty={{ title: t().none, text: t().noneText }}>
        {(rates) => (
          <>
            <StepChart rates={rates} />
            <PastRates rates={rates} />
          </>
        )}
      </List>
    </Page>
  );
}

function PastRates({ rates }: { readonly rates: readonly PastRate[] }) {
  return (
    <Table
      caption={t().caption}
      rows={rates}
      keyOf={({ id }) => id}
      columns={[
        { title: t().from, cell: ({ created_at }) => <Time at={created_at} /> },
        { title: t().until, cell: ({ ends_at }) => <Time at={ends_at} /> },
        {
          title: t().rate,
          isEnd: true,
          cell: ({ rate }) => <bdi class="num">{formatDecimal(rate)}</bdi>,
        },
        {
          title: t().spread,
          isEnd: true,
          cell: (rate) => basisPointsText(rate.spread_basis_points),
        },
        { title: t().fee, isEnd: true, cell: (rate) => basisPointsText(rate.fee_basis_points) },
        { title: t().source, cell: ({ source }) => nameOf(RATE_SOURCE, source) },
        { title: t().by, cell: ({ set_by }) => (set_by ? <OperatorName id={set_by} /> : "–") },
        {
          title: t().approved,
          cell: ({ approved_by }) => (approved_by ? <OperatorName id={approved_by} /> : "–"),
        },
      ]}
    />
  );
}
