/** Whether an amount, a plain decimal with or without a minus, is zero. */
export function isZero(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

/** Whether an amount is below zero: it has left its wallet. */
export function isNegative(amount: string): boolean {
  return amount.startsWith("-");
}
