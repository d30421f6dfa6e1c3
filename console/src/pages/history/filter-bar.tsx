import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { locale } from "../../i18n/language.ts";
import { dayText } from "../../i18n/local-day.ts";
import { Field, SelectField } from "../../ui/field.tsx";
import { walletName } from "../../ui/wallet-card.tsx";
import {
  type Filters,
  hasFilters,
  isReversed,
  monthDays,
  NO_FILTERS,
  SEARCH_LENGTH_MAX,
  SHOWN,
  TYPES,
} from "./filters.ts";
import { transactionWords } from "./transaction-words.ts";
import { historyWords as t } from "./words.ts";

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
}

/** What a history shows: a search, chips, and the filters that are needed seldom. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  return (
    <div class="filters no-print">
      <Search q={filters.q} onSearch={(q) => onChange({ ...filters, q })} />
      <Chips filters={filters} onChange={onChange} />
      <MoreFilters filters={filters} onChange={onChange} />
    </div>
  );
}

/** A pause in typing that begins a search. */
const PAUSE_MS = 350;

interface SearchProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

function Search({ q, onSearch }: SearchProps) {
  const [typed, setTyped] = useState(q);
  const sent = useRef(q);
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    // The address has changed by itself: by "back", or because the filters were cleared.
    if (q === sent.current) return;
    sent.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (typed === sent.current) return;
    const pause = setTimeout(() => {
      sent.current = typed;
      search.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <search class="filter-search">
      <input
        type="search"
        aria-label={t().search}
        placeholder={t().search}
        value={typed}
        maxLength={SEARCH_LENGTH_MAX}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </search>
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

function MoreFilters({ filters, onChange }: FilterBarProps) {
  const wallets = useData("wallets", () => api.GET("/v1/wallets")).data?.data ?? [];
  const { type, wallet, from, to } = filters;
  const isUsed = type !== null || wallet !== null || isReversed(filters);
  const today = dayText(new Date());
  return (
    <details class="more-filters" open={isUsed}>
      <summary>{t().more}</summary>
      <div class="more-filters-fields">
        <SelectField
          label={t().type}
          value={type ?? ""}
          onValue={(next) =>
            onChange({ ...filters, type: TYPES.find((one) => one === next) ?? null })
          }
        >
          <option value="">{t().anyType}</option>
          {TYPES.map((one) => (
            <option key={one} value={one}>
              {transactionWords().type[one]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t().wallet}
          value={wallet ?? ""}
          onValue={(next) => onChange({ ...filters, wallet: next || null })}
        >
          <option value="">{t().anyWallet}</option>
          {wallets.map((one) => (
            <option key={one.id} value={one.id}>
              {walletName(one)} ({one.currency})
            </option>
          ))}
        </SelectField>
        <Field
          type="date"
          label={t().from}
          value={from ?? ""}
          max={today}
          onValue={(next) => onChange({ ...filters, from: next || null })}
        />
        <Field
          type="date"
          label={t().to}
          value={to ?? ""}
          error={isReversed(filters) ? t().reversed : null}
          onValue={(next) => onChange({ ...filters, to: next || null })}
        />
      </div>
    </details>
  );
}
