import { api } from "../../api/client.ts";
import { useData } from "../../api/use-data.ts";
import { currencyName } from "../../i18n/amount.ts";
import { words } from "../../i18n/words.ts";
import { SelectField } from "../../ui/field.tsx";

const t = words({ en: { choose: "Choose" }, ar: { choose: "اختر" } });

interface CurrencyProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (code: string) => void;
  readonly error: string | null;
}

/** One of the currencies that are offered. */
export function CurrencyField({ value, ...field }: CurrencyProps) {
  const currencies = useData("currencies", () => api.GET("/v1/currencies"));
  const offered = currencies.data?.data.filter(({ replaced_by }) => !replaced_by) ?? [];
  return (
    <SelectField {...field} value={value}>
      <option value="" disabled hidden>
        {t().choose}
      </option>
      {offered.map(({ code }) => (
        <option key={code} value={code}>
          {`${code} · ${currencyName(code)}`}
        </option>
      ))}
    </SelectField>
  );
}
