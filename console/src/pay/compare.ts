import { compareMoney, type Money } from "@mahfaza/client";

/** Whether an amount is above another one of the same currency. Both are plain decimals. */
export function isAbove(amount: string, other: string): boolean {
  return compareMoney(amount as Money, other as Money) > 0;
}
