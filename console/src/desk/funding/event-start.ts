import { exponentOf } from "@mahfaza/client";

interface Event {
  readonly type: string;
  readonly amount: string;
}

/** What an adjustment that resolves an event begins with: money that arrived is given to its owner. */
export function startOf({ type, amount }: Event) {
  return type.startsWith("payout.")
    ? ({ direction: "debit", amount, reason: "provider_error" } as const)
    : ({ direction: "credit", amount, reason: "unapplied_funds" } as const);
}

/** The currency as the provider sent it, if there is one of that code; empty otherwise. */
export function knownCurrency(code: string): string {
  try {
    exponentOf(code);
    return code;
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}

/** Whether a text is the id of a wallet. */
export function isWalletId(text: string): boolean {
  return /^wal_[0-9a-z]{26}$/.test(text);
}
