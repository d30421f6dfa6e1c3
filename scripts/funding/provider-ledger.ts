// What the reference provider knows: the payments of deposits and payouts, in memory.
import { randomUUID } from "node:crypto";

/** A payment in the provider's own list, which `npm run reconcile-funding` reads. */
export interface ProviderPayment {
  readonly type: "deposit" | "payout";
  readonly reference: string;
  readonly payment_id: string;
  /** Decimal, in major units. */
  readonly amount: string;
  readonly currency: string;
  readonly status: "pending" | "succeeded" | "failed";
}

/** What a payout asks for; the id is the same at each attempt. */
export interface PayoutRequest {
  readonly id: string;
  readonly reference: string;
  readonly amount: string;
  readonly currency: string;
}

type Money = Pick<ProviderPayment, "reference" | "amount" | "currency">;

export class ProviderLedger {
  readonly #payments = new Map<string, ProviderPayment>();
  /** The payment of each payout, by the payout's id. */
  readonly #payouts = new Map<string, string>();

  get payments(): readonly ProviderPayment[] {
    return [...this.#payments.values()];
  }

  /** A payer has paid: each payment has a name of its own. */
  addDeposit(money: Money): ProviderPayment {
    return this.#add("deposit", money, "succeeded");
  }

  /** Accepts a payout once: the same id again is the same payout. Null: it asks for something else. */
  acceptPayout({ id, reference, amount, currency }: PayoutRequest): ProviderPayment | null {
    const known = this.#payments.get(this.#payouts.get(id) ?? "");
    if (known) {
      const isSame =
        known.reference === reference && known.amount === amount && known.currency === currency;
      return isSame ? known : null;
    }
    const payment = this.#add("payout", { reference, amount, currency }, "pending");
    this.#payouts.set(id, payment.payment_id);
    return payment;
  }

  /** Ends a pending payment; one that has ended stays as it is. */
  end(paymentId: string, status: "succeeded" | "failed"): ProviderPayment {
    const payment = this.#payments.get(paymentId);
    if (!payment) throw new Error(`there is no payment ${paymentId}`);
    if (payment.status !== "pending") return payment;
    const ended = { ...payment, status };
    this.#payments.set(paymentId, ended);
    return ended;
  }

  #add(
    type: ProviderPayment["type"],
    { reference, amount, currency }: Money,
    status: ProviderPayment["status"],
  ): ProviderPayment {
    const payment_id = `pmt_${randomUUID()}`;
    const payment = { type, reference, payment_id, amount, currency, status };
    this.#payments.set(payment_id, payment);
    return payment;
  }
}
