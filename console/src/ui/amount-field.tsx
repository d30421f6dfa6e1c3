import { currencyShort, formatDecimal } from "../i18n/amount.ts";
import { mostOf, type TypedAmount } from "../i18n/typed-amount.ts";
import { plural, words } from "../i18n/words.ts";
import { Field } from "./field.tsx";
import { typedSumSize } from "./sum-size.ts";
import "../styles/pay.css";

const t = words({
  en: {
    empty: "Enter an amount",
    not_a_number: "Enter an amount like 1500 or 1500.50",
    zero: "The amount must be above zero",
    too_large: (most: string) => `The largest amount is ${most}`,
    too_precise: (decimals: number) =>
      decimals === 0
        ? "This currency has no decimals"
        : plural(decimals, { one: "At most # decimal", other: "At most # decimals" }),
  },
  ar: {
    empty: "أدخل المبلغ",
    not_a_number: "أدخل مبلغًا مثل 1500 أو 1500.50",
    zero: "يجب أن يكون المبلغ أكبر من صفر",
    too_large: (most: string) => `أكبر مبلغ ممكن هو ${most}`,
    too_precise: (decimals: number) =>
      decimals === 0
        ? "لا توجد كسور لهذه العملة"
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
  switch (typed.fault) {
    case null:
      return null;
    case "too_precise":
      return t().too_precise(decimals);
    case "too_large":
      return t().too_large(`\u2066${formatDecimal(mostOf(decimals))}\u2069`);
    default:
      return t()[typed.fault];
  }
}

interface AmountFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (typed: string) => void;
  readonly currency: string;
  readonly error?: string | null | undefined;
  readonly hint?: string;
  readonly autofocus?: boolean | undefined;
}

/** The amount of a payment, as text: a phone shows its digits, and no digit is lost in a number or cut. */
export function AmountField({ currency, autofocus = false, ...field }: AmountFieldProps) {
  return (
    <div class={`field-amount sum-${typedSumSize(field.value)}`}>
      <Field
        {...field}
        inputMode="decimal"
        autocomplete="off"
        placeholder="0"
        autofocus={autofocus}
        suffix={currencyShort(currency)}
      />
    </div>
  );
}
