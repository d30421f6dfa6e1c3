import type { Transaction } from "@mahfaza/client";

/** How long a payment of the same sum to the same name is pointed out. */
export const SAME_WITHIN_MS = 24 * 60 * 60_000;

/** How many of the latest payments are compared. */
export const SAME_AMONG = 50;

interface Meant {
  /** The recipient's masked name. */
  readonly name: string;
  /** What leaves the wallet. */
  readonly amount: string;
  readonly currency: string;
}

type Sent = Pick<Transaction, "posted_at" | "counterparty" | "legs">;

/**
 * When the person last paid the same sum to somebody of the same masked name; null when they have
 * not. A tab that was closed in the middle of a payment does not know what became of it: this shows
 * that it was made, before it is made again.
 */
export function samePaymentAt<T extends Sent>(
  sent: readonly T[],
  { name, amount, currency }: Meant,
  now: number,
): string | null {
  const same = sent.find(
    ({ counterparty, legs, posted_at }) =>
      counterparty?.name === name &&
      now - Date.parse(posted_at) <= SAME_WITHIN_MS &&
      legs.some((leg) => leg.amount === `-${amount}` && leg.currency === currency),
  );
  return same?.posted_at ?? null;
}
