import { isNegative } from "../../pay/amount-sign.ts";

interface Seen {
  readonly status: string;
  readonly legs: readonly { readonly amount: string }[];
}

/**
 * Which way money went, seen from the person's own wallets; `between` them, or not at all. A
 * failed transaction has no legs: it would have left.
 */
export function sideOf({ status, legs }: Seen): "in" | "out" | "between" {
  if (status === "failed") return "out";
  const isOut = legs.some(({ amount }) => isNegative(amount));
  const isIn = legs.some(({ amount }) => !isNegative(amount));
  if (isIn === isOut) return "between";
  return isOut ? "out" : "in";
}
