import { currencyShort } from "../i18n/amount.ts";
import type { TypedAmount } from "../i18n/typed-amount.ts";
import { plural, words } from "../i18n/words.ts";
import { typedSumSize } from "../pay/sum-size.ts";
import { Field } from "./field.tsx";
import "../styles/pay.css";

const t = words({
  en: {
    empty: "Enter an amount",
    not_a_number: "Enter an amount like 1500 or 1500.50",
    zero: "The amount must be above zero",
    too_precise: (decimals: number) =>
      decimals === 0
        ? "This currency has no decimals"
        : plural(decimals, { one: "At most # decimal", other: "At most # decimals" }),
  },
  ar: {
    empty: "أدخل المبلغ",
    not_a_number: "أدخل مبلغًا مثل 1500 أو 1500.50",
    zero: "يجب أن يكون المبلغ أكبر من صفر",
    too_precise: (decimals: number) =>
      decimals === 0
        ? "لا كسور لهذه العملة"
        : plural(decimals, {
            one: "منزلة عشرية واحدة على الأكثر",
            two: "منزلتان عشريتان على الأكثر",
            few: "# منازل عشرية على الأكثر",
            other: "# منزلة عشرية على الأكثر",
          }),
  },
});

/** What is wrong with a typed amount, in words; null when it can be used. */
export function amountFault(typed: TypedAmount, decimals: number): string | null {
  if (typed.fault === null) return null;
  return typed.fault === "too_precise" ? t().too_precise(decimals) : t()[typed.fault];
}

interface AmountFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (typed: string) => void;
  readonly currency: string;
  readonly error?: string | null | undefined;
  readonly hint?: string;
  readonly autofocus?: boolean;
}

/** The amount of a payment, as text: a phone shows its digits, and no digit is lost in a number. */
export function AmountField({ currency, autofocus = false, ...field }: AmountFieldProps) {
  return (
    <div class={`field-amount sum-${typedSumSize(field.value)}`}>
      <Field
        {...field}
        inputMode="decimal"
        autocomplete="off"
        placeholder="0"
        maxLength={24}
        autofocus={autofocus}
        suffix={currencyShort(currency)}
      />
    </div>
  );
}
