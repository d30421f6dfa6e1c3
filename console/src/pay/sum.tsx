import "../styles/pay.css";
import { formatDecimal } from "../i18n/amount.ts";
import { Amount } from "../ui/amount.tsx";
import { sumSize } from "./sum-size.ts";

/** The sum of a payment: the largest thing on its page. */
export function Sum({ amount, currency }: { readonly amount: string; readonly currency: string }) {
  return (
    <p class={`big-amount sum-${sumSize(formatDecimal(amount))}`}>
      <Amount value={amount} currency={currency} />
    </p>
  );
}
