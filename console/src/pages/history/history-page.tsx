import "../../styles/history.css";
import type { Transaction } from "@mahfaza/client";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api } from "../../api/client.ts";
import { usePages } from "../../api/use-pages.ts";
import { useWallets } from "../../api/use-wallets.ts";
import { isWide } from "../../device/wide.ts";
import { WhenLoaded } from "../../problems/loaded.tsx";
import { MorePages } from "../../problems/more-pages.tsx";
import { TransactionDays } from "../../transactions/transaction-days.tsx";
import { Page } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmptyHistory } from "./empty-history.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { type Filters, historyAddress, isReversed, listQuery, readFilters } from "./filters.ts";
import { lastHistory } from "./last-history.ts";
import { SidePanel } from "./side-panel.tsx";
import { TransactionTable } from "./transaction-table.tsx";
import { historyWords as t } from "./words.ts";

/** Everything that moved, or was refused. The filters are in the address, for "back" and a reload. */
export function HistoryPage() {
  const { path, query, route } = useLocation();
  const filters = readFilters(query);
  const open = isWide.value ? (query.open ?? null) : null;
  useEffect(() => {
    // A page that is being left is rendered once more, with the address of the next page.
    if (path === "/history") lastHistory.value = historyAddress(filters);
  });
  // Filters replace one another: "back" leads to the page before, not through each choice.
  const change = (next: Filters) => route(historyAddress(next), true);
  return (
    <Page title={t().title}>
      <FilterBar filters={filters} onChange={change} />
      {!isReversed(filters) && (
        <div class={open === null ? "history" : "history history-split"}>
          <HistoryList key={historyAddress(filters)} filters={filters} open={open} />
          {open !== null && <SidePanel key={open} id={open} filters={filters} />}
        </div>
      )}
    </Page>
  );
}

interface HistoryListProps {
  readonly filters: Filters;
  readonly open: string | null;
}

function HistoryList({ filters, open }: HistoryListProps) {
  const wallets = useWallets().data?.data ?? null;
  const pages = usePages<Transaction>(`transactions:${historyAddress(filters)}`, {
    load: (cursor) =>
      api.GET("/v1/transactions", {
        params: { query: { ...listQuery(filters), ...(cursor !== null && { cursor }) } },
      }),
    idOf: ({ id }) => id,
  });
  return (
    <div class="history-list">
      <WhenLoaded of={pages.loaded} loading={<Skeleton form="rows" count={8} />}>
        {({ items }) => {
          if (items.length === 0) return <EmptyHistory filters={filters} />;
          const shown = { transactions: items, wallets, walletId: filters.wallet };
          return (
            <div class="stack">
              {isWide.value ? (
                <TransactionTable {...shown} open={open} filters={filters} />
              ) : (
                <TransactionDays {...shown} />
              )}
              <p class="visually-hidden" role="status">
                {t().count(items.length)}
              </p>
              <MorePages pages={pages} />
            </div>
          );
        }}
      </WhenLoaded>
    </div>
  );
}
