import { amountText } from "../../i18n/amount.ts";
import { isCount } from "../../pay/unbounded-limit.ts";
import { limitWords as t } from "./words.ts";

/** A value of a limit: an amount with its currency, or a number of payments. */
export function limitText(name: string, value: string, currency: string): string {
  // A number of payments, no amount.
  return isCount(name) ? t().count(Number(value)) : amountText(value, currency);
}
