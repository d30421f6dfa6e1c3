import { useLocation } from "preact-iso";
import { words } from "../../i18n/words.ts";
import { Choice } from "../../ui/choice.tsx";
import { WalletFilter } from "../../wallets/wallet-filter.tsx";
import { type HoldFilters, holdsUrl, ROLE_FILTERS, STATE_FILTERS } from "./hold-filters.ts";
import { holdWords as shared } from "./words.ts";

const t = words({
  en: {
    state: "State",
    role: "Side",
    all: "All",
    both: "Both sides",
    more: "More filters",
  },
  ar: {
    state: "الحالة",
    role: "الطرف",
    all: "الكل",
    both: "الطرفان",
    more: "خيارات أخرى",
  },
});

/** Which holds are listed: by state, by side, and by wallet if there are several. */
export function HoldFiltersBar({ filters }: { readonly filters: HoldFilters }) {
  const { route } = useLocation();
  const change = (part: Partial<HoldFilters>) => route(holdsUrl({ ...filters, ...part }), true);
  const hasMore = filters.role !== "all" || filters.wallet !== null;
  return (
    <div class="hold-filters">
      <Choice
        label={t().state}
        isLabelHidden
        value={filters.state}
        options={STATE_FILTERS.map((one) => [one, one === "all" ? t().all : shared().state[one]])}
        onValue={(state) => change({ state })}
      />
      <details open={hasMore}>
        <summary>{t().more}</summary>
        <div class="hold-more">
          <Choice
            label={t().role}
            value={filters.role}
            options={ROLE_FILTERS.map((one) => [
              one,
              one === "all" ? t().both : shared().role[one],
            ])}
            onValue={(role) => change({ role })}
          />
          <WalletFilter value={filters.wallet} onValue={(wallet) => change({ wallet })} />
        </div>
      </details>
    </div>
  );
}
