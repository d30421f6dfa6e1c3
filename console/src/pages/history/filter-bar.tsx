import { locale } from "../../i18n/language.ts";
import { type Filters, hasFilters, monthDays, NO_FILTERS, SHOWN } from "./filters.ts";
import { MoreFilters } from "./more-filters.tsx";
import { SearchField } from "./search-field.tsx";
import { historyWords as t } from "./words.ts";

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
}

/** What a history shows: a search, chips, and the filters that are needed seldom. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  return (
    <div class="filters no-print">
      <SearchField q={filters.q} onSearch={(q) => onChange({ ...filters, q })} />
      <Chips filters={filters} onChange={onChange} />
      <MoreFilters filters={filters} onChange={onChange} />
    </div>
  );
}

/** The present month and the two before it. */
const MONTHS = [0, 1, 2] as const;

function Chips({ filters, onChange }: FilterBarProps) {
  const now = new Date();
  const month = new Intl.DateTimeFormat(locale.value, { month: "long" });
  return (
    <fieldset class="chips">
      <legend class="visually-hidden">{t().show}</legend>
      {SHOWN.map((show) => (
        <button
          key={show}
          type="button"
          class="chip"
          aria-pressed={filters.show === show}
          onClick={() => onChange({ ...filters, show })}
        >
          {t().shown[show]}
        </button>
      ))}
      {MONTHS.map((ago) => {
        const days = monthDays(now, ago);
        const isOn = filters.from === days.from && filters.to === days.to;
        return (
          <button
            key={days.from}
            type="button"
            class="chip"
            aria-pressed={isOn}
            onClick={() => onChange({ ...filters, ...(isOn ? { from: null, to: null } : days) })}
          >
            {month.format(new Date(now.getFullYear(), now.getMonth() - ago, 1))}
          </button>
        );
      })}
      {hasFilters(filters) && (
        <button
          type="button"
          class="button button-quiet small"
          onClick={() => onChange(NO_FILTERS)}
        >
          {t().clear}
        </button>
      )}
    </fieldset>
  );
}
