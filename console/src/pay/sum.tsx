import "../styles/pay.css";
import { formatDecimal, type Sign } from "../i18n/amount.ts";
import { Amount } from "../ui/amount.tsx";
import { sumSize } from "../ui/sum-size.ts";

interface SumProps {
  readonly amount: string;
  readonly currency: string;
  readonly sign?: Sign;
  /** Struck through: it did not move. */
  readonly isVoid?: boolean;
}

/** The sum of a payment: the largest thing on its page, and never cut. */
export function Sum({ amount, currency, sign = "minus", isVoid = false }: SumProps) {
  return (
    <p class={`big-amount sum-${sumSize(formatDecimal(amount, sign))}`}>
      <Amount value={amount} currency={currency} sign={sign} isVoid={isVoid} />
    </p>
  );
}
