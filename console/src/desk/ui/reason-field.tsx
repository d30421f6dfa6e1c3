import { words } from "../../i18n/words.ts";
import { SelectField } from "../../ui/field.tsx";

const t = words({
  en: { reason: "Reason", choose: "Choose a reason", missing: "Choose a reason" },
  ar: { reason: "السبب", choose: "اختر السبب", missing: "اختر السبب" },
});

interface ReasonProps<K extends string> {
  readonly value: K | null;
  readonly onValue: (value: K) => void;
  readonly options: readonly (readonly [K, string])[];
  /** Whether somebody has tried to go on without one. */
  readonly isTried: boolean;
}

/** Why an operator acts: a closed list, so that the audit log has no personal data. */
export function ReasonField<K extends string>(props: ReasonProps<K>) {
  const { value, onValue, options, isTried } = props;
  return (
    <SelectField
      label={t().reason}
      value={value ?? ""}
      error={isTried && value === null ? t().missing : null}
      onValue={(chosen) => onValue(chosen as K)}
    >
      <option value="" disabled hidden>
        {t().choose}
      </option>
      {options.map(([code, text]) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </SelectField>
  );
}
