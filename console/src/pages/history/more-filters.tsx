import { dayText } from "../../i18n/local-day.ts";
import { transactionWords } from "../../transactions/transaction-words.ts";
import { Field, SelectField } from "../../ui/field.tsx";
import { WalletFilter } from "../../wallets/wallet-filter.tsx";
import { type Filters, isReversed, TYPES } from "./filters.ts";
import { historyWords as t } from "./words.ts";

interface MoreFiltersProps {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
}

/** The filters that are needed seldom: the kind, a wallet, days. */
export function MoreFilters({ filters, onChange }: MoreFiltersProps) {
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
        <WalletFilter value={wallet} onValue={(next) => onChange({ ...filters, wallet: next })} />
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
