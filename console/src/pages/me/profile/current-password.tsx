import { codeOf, type Failure } from "../../../api/answer.ts";
import { words } from "../../../i18n/words.ts";
import { PasswordField } from "../../../identity/password-field.tsx";

const t = words({
  en: {
    label: "Your current password",
    empty: "Enter your current password",
    wrong: "This is not your current password",
  },
  ar: {
    label: "كلمة المرور الحالية",
    empty: "أدخل كلمة المرور الحالية",
    wrong: "هذه ليست كلمة المرور الحالية",
  },
});

interface CurrentPasswordProps {
  readonly value: string;
  readonly onValue: (typed: string) => void;
  /** The form was sent, so that an empty field is a fault. */
  readonly isTried: boolean;
  readonly failure: Failure | null;
}

/** The current password: who opens the account in another way must know it. */
export function CurrentPassword({ value, onValue, isTried, failure }: CurrentPasswordProps) {
  const isWrong = codeOf(failure) === "wrong_password";
  return (
    <PasswordField
      label={t().label}
      value={value}
      onValue={onValue}
      error={isTried && value === "" ? t().empty : isWrong ? t().wrong : null}
    />
  );
}
