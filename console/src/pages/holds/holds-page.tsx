import "../../styles/holds.css";
import type { Hold } from "@mahfaza/client";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { usePages } from "../../api/use-pages.ts";
import { isWide } from "../../device/wide.ts";
import { words } from "../../i18n/words.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { MorePages } from "../../problems/more-pages.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Page } from "../../ui/page.tsx";
import { Rows } from "../../ui/row.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { filtersOf, type HoldFilters, isFiltered } from "./hold-filters.ts";
import { HoldFiltersBar } from "./hold-filters-bar.tsx";
import { HoldRow } from "./hold-row.tsx";
import { HoldsTable } from "./holds-table.tsx";
import { useNow } from "./use-now.ts";
import { holdWords as shared } from "./words.ts";

const t = words({
  en: {
    none: "No open holds",
    noneText:
      "A hold keeps money ready for somebody, such as a hotel, until they take it or its time is over.",
    nothing: "No holds found",
    nothingText: "Choose other filters to see more.",
  },
  ar: {
    none: "لا توجد حجوزات مفتوحة",
    noneText: "يُبقي الحجز مبلغًا جاهزًا لجهة ما، كفندق مثلًا، إلى أن تأخذه أو تنتهي مدته.",
    nothing: "لا توجد حجوزات بهذا الاختيار",
    nothingText: "غيّر الاختيار لعرض المزيد.",
  },
});

/** The holds that the person placed, and those that others placed for them. */
export function HoldsPage() {
  const { query } = useLocation();
  const filters = filtersOf(query);
  return (
    <Page
      title={shared().holds}
      actions={
        <LinkButton href="/holds/new" kind="plain">
          {shared().place}
        </LinkButton>
      }
    >
      <HoldFiltersBar filters={filters} />
      <HoldList filters={filters} key={JSON.stringify(filters)} />
    </Page>
  );
}

function HoldList({ filters }: { readonly filters: HoldFilters }) {
  const now = useNow();
  const { state, role, wallet } = filters;
  const pages = usePages<Hold>(`holds:${JSON.stringify(filters)}`, {
    load: (cursor) =>
      api.GET("/v1/holds", {
        params: {
          query: {
            ...(state !== "all" && { state }),
            ...(role !== "all" && { role }),
            ...(wallet !== null && { wallet_id: wallet }),
            ...(cursor !== null && { cursor }),
          },
        },
      }),
    idOf: ({ id }) => id,
  });
  return (
    <WhenLoaded of={pages.loaded} loading={<Skeleton form="rows" count={4} />}>
      {({ items }) =>
        items.length === 0 ? (
          <NoHolds filters={filters} />
        ) : (
          <>
            {isWide.value ? (
              <HoldsTable holds={items} now={now} />
            ) : (
              <Rows>
                {items.map((hold) => (
                  <HoldRow key={hold.id} hold={hold} now={now} isStateShown={state === "all"} />
                ))}
              </Rows>
            )}
            <MorePages pages={pages} />
          </>
        )
      }
    </WhenLoaded>
  );
}

function NoHolds({ filters }: { readonly filters: HoldFilters }) {
  if (isFiltered(filters)) return <Empty title={t().nothing}>{t().nothingText}</Empty>;
  return (
    <Empty
      title={t().none}
      action={
        <LinkButton href="/holds/new" kind="plain">
          {shared().place}
        </LinkButton>
      }
    >
      {t().noneText}
    </Empty>
  );
}
