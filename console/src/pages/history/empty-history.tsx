import { LinkButton } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { type Filters, hasFilters, NO_FILTERS } from "./filters.ts";
import { historyWords as t } from "./words.ts";

/** A history without transactions: because there are none, or because of its filters. */
export function EmptyHistory({ filters }: { readonly filters: Filters }) {
  if (!hasFilters(filters)) {
    return (
      <Empty
        title={t().emptyTitle}
        action={<LinkButton href="/deposit">{t().emptyAction}</LinkButton>}
      >
        {t().emptyText}
      </Empty>
    );
  }
  const isOnlyShown = !hasFilters({ ...filters, show: NO_FILTERS.show });
  const titles = {
    all: t().foundTitle,
    sent: t().sentTitle,
    received: t().receivedTitle,
    failed: t().failedTitle,
  };
  const texts = { ...titles, sent: t().emptyText, received: t().emptyText, failed: t().failedText };
  return (
    <Empty
      title={isOnlyShown ? titles[filters.show] : t().foundTitle}
      action={<LinkButton href="/history">{t().clear}</LinkButton>}
    >
      {isOnlyShown ? texts[filters.show] : t().foundText}
    </Empty>
  );
}
