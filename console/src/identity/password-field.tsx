import { useState } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Field } from "../ui/field.tsx";

const t = words({
  en: { password: "Password", show: "Show", hide: "Hide", showIt: "Show the password" },
  ar: { password: "كلمة المرور", show: "إظهار", hide: "إخفاء", showIt: "إظهار كلمة المرور" },
});

interface PasswordFieldProps {
  readonly value: string;
  readonly onValue: (typed: string) => void;
  readonly label?: string;
  readonly hint?: string;
  readonly error?: string | null | undefined;
  /** A notice of the form says what is wrong. */
  readonly isFaulty?: boolean;
  /** A password manager offers a new one, or fills in the one it has. */
  readonly isNew?: boolean;
}

/** The longest password that the service takes. */
const LENGTH_MAX = 128;

/** A password that its owner can look at. */
export function PasswordField({ label, isNew = false, ...field }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Field
      {...field}
      label={label ?? t().password}
      type={isShown ? "text" : "password"}
      name={isNew ? "new-password" : "password"}
      autocomplete={isNew ? "new-password" : "current-password"}
      maxLength={LENGTH_MAX}
      spellcheck={false}
      suffix={
        <button
          type="button"
          class="field-button"
          aria-pressed={isShown}
          aria-label={t().showIt}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? t().hide : t().show}
        </button>
      }
    />
  );
}
