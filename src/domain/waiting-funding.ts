import type { Deposit, Withdrawal } from "./funding.ts";

/** The statuses in which a deposit waits for the provider. */
export const WAITING_DEPOSITS = ["pending"] as const;
/** The statuses in which a withdrawal waits: to be handed over, or for the provider's event. */
export const WAITING_WITHDRAWALS = ["pending", "sent"] as const;

interface Waiting {
  /** By the database's clock. */
  readonly ageSeconds: number;
  /** Attempts to hand a payout to the provider; 0 for a deposit. */
  readonly attempts: number;
  /** When the next attempt is due; null for what is not handed over. */
  readonly nextAttemptAt: Date | null;
}

export type WaitingDeposit = Deposit & Waiting;
export type WaitingWithdrawal = Withdrawal & Waiting;
