import { currencyShort, formatDecimal, type Sign } from "../i18n/amount.ts";

interface AmountProps {
  /** A decimal string of the API, with or without a sign. */
  readonly value: string;
  /** Left out where the place says it already. */
  readonly currency?: string;
  readonly sign?: Sign;
  /** Struck through: it did not move. */
  readonly isVoid?: boolean;
}

/** An amount, isolated from the text around it, with its currency after it and quieter. */
export function Amount({ value, currency, sign = "minus", isVoid = false }: AmountProps) {
  const figures = formatDecimal(value, sign);
  const isIn = sign === "both" && !isVoid && figures.startsWith("+");
  return (
    <span class={isIn ? "amount amount-in" : "amount"}>
      <bdi class="num">{isVoid ? <s>{figures}</s> : figures}</bdi>
      {currency && <span class="currency"> {currencyShort(currency)}</span>}
    </span>
  );
}
