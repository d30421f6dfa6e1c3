import { exponentOf, type Wallet } from "@mahfaza/client";
import { amountText } from "../i18n/amount.ts";
import { readTypedAmount, type TypedAmount } from "../i18n/typed-amount.ts";
import { words } from "../i18n/words.ts";
import { amountFault } from "../ui/amount-field.tsx";
import { isAbove } from "./compare.ts";

const t = words({
  en: {
    available: (amount: string) => `Available: ${amount}`,
    tooMuch: (amount: string) => `You have ${amount} available`,
    atMost: (amount: string) => `At most ${amount}`,
  },
  ar: {
    available: (amount: string) => `المتاح: ${amount}`,
    tooMuch: (amount: string) => `المتاح لديك ${amount}`,
    atMost: (amount: string) => `${amount} على الأكثر`,
  },
});

type Spendable = Pick<Wallet, "available" | "currency">;

/** What can be spent of a wallet, beside the field of an amount. */
export function availableText({ available, currency }: Spendable): string {
  return t().available(amountText(available, currency));
}

/**
 * Why a typed amount cannot be used; null when it can. It may not be above what `payer` can spend;
 * null when nothing is taken from a wallet, or when the amount is not in the wallet's currency.
 */
export function paymentFault(
  typed: string,
  currency: string,
  payer: Spendable | null,
): string | null {
  const amount = readTypedAmount(typed, exponentOf(currency));
  return faultAbove(amount, currency, payer && { amount: payer.available, text: t().tooMuch });
}

/** Why a typed amount cannot be used as a part of `most`; null when it can. */
export function partFault(amount: TypedAmount, currency: string, most: string): string | null {
  return faultAbove(amount, currency, { amount: most, text: t().atMost });
}

function faultAbove(
  typed: TypedAmount,
  currency: string,
  most: { readonly amount: string; readonly text: (most: string) => string } | null,
): string | null {
  if (typed.value === null) return amountFault(typed, exponentOf(currency));
  if (most === null || !isAbove(typed.value, most.amount)) return null;
  return most.text(amountText(most.amount, currency));
}
