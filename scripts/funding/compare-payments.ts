// Compares the deposits and withdrawals of the service with the provider's own list.
import type { ProviderPayment } from "./provider-ledger.ts";

/** A deposit or withdrawal as the service has it. */
export interface OwnFunding {
  readonly direction: "deposit" | "withdrawal";
  readonly reference: string;
  /** Decimal, in major units. */
  readonly amount: string;
  readonly currency: string;
  readonly status: string;
  /** The provider's name of the payment that succeeded; null: none has. */
  readonly paymentId: string | null;
}

/** A payment that the service keeps in suspense, or has given to somebody by an adjustment. */
export interface SuspendedPayment {
  readonly paymentId: string;
  readonly isResolved: boolean;
}

export const DIFFERENCE_KINDS = [
  "missing here",
  "missing there",
  "other amount",
  "other currency",
  "other state",
  "paid twice",
  "in suspense",
] as const;

export interface Difference {
  readonly kind: (typeof DIFFERENCE_KINDS)[number];
  readonly reference: string;
  readonly detail: string;
}

/** The provider's states that agree with one of ours; null: the provider has no payment. */
const AGREEING: Readonly<Record<string, readonly (ProviderPayment["status"] | null)[]>> = {
  "deposit pending": [null, "pending"],
  "deposit succeeded": ["succeeded"],
  "deposit failed": [null, "failed"],
  "deposit expired": [null, "pending", "failed"],
  "withdrawal pending": [null, "pending"],
  "withdrawal sent": ["pending"],
  "withdrawal succeeded": ["succeeded"],
  "withdrawal failed": ["failed"],
  "withdrawal timed_out": [null, "failed"],
};

const describe = ({
  amount,
  currency,
  status,
}: Pick<OwnFunding, "amount" | "currency" | "status">) => `${amount} ${currency}, ${status}`;

/** All differences, by reference; none if both lists agree. Amounts compare as texts of one form. */
export function comparePayments(
  own: readonly OwnFunding[],
  payments: readonly ProviderPayment[],
  suspended: readonly SuspendedPayment[],
): Difference[] {
  const held = new Map(suspended.map((one) => [one.paymentId, one]));
  const byReference = Map.groupBy(payments, ({ reference }) => reference);
  const known = new Map(own.map((one) => [one.reference, one]));
  const foreign = payments.filter(({ reference }) => !known.has(reference));
  return [
    ...foreign.flatMap((payment) => onForeign(payment, held)),
    ...own.flatMap((one) => onOwn(one, byReference.get(one.reference) ?? [], held)),
  ].sort((a, b) => (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0));
}

type Held = ReadonlyMap<string, SuspendedPayment>;

/** A payment whose reference nobody knows here. */
function onForeign(payment: ProviderPayment, held: Held): Difference[] {
  const suspended = held.get(payment.payment_id);
  if (suspended?.isResolved || (payment.status !== "succeeded" && !suspended)) return [];
  const kind = suspended ? "in suspense" : "missing here";
  return [{ kind, reference: payment.reference, detail: `there ${describe(payment)}` }];
}

function onOwn(one: OwnFunding, all: readonly ProviderPayment[], held: Held): Difference[] {
  const { reference } = one;
  const type = one.direction === "deposit" ? "deposit" : "payout";
  const ofType = all.filter((payment) => payment.type === type);
  const suspended = ofType.flatMap((payment) => {
    const found = held.get(payment.payment_id);
    return found && payment.payment_id !== one.paymentId ? [{ payment, found }] : [];
  });
  const waiting = suspended
    .filter(({ found }) => !found.isResolved)
    .map(({ payment }): Difference => {
      const detail = `here ${describe(one)}; there ${describe(payment)}`;
      return { kind: "in suspense", reference, detail };
    });
  const isSuspended = new Set(suspended.map(({ payment }) => payment));
  return [
    ...waiting,
    ...onPayments(
      one,
      ofType.filter((payment) => !isSuspended.has(payment)),
    ),
  ];
}

/** Compares with the payments that are in no suspense: there is to be one at most. */
function onPayments(one: OwnFunding, payments: readonly ProviderPayment[]): Difference[] {
  const { reference } = one;
  const succeeded = payments.filter(({ status }) => status === "succeeded");
  const payment = succeeded[0] ?? payments.at(-1);
  const detail = `here ${describe(one)}; there ${payment ? describe(payment) : "nothing"}`;
  const found = (kind: Difference["kind"]): Difference => ({ kind, reference, detail });
  const twice = succeeded.length > 1 ? [found("paid twice")] : [];
  const agreeing = AGREEING[`${one.direction} ${one.status}`] ?? [];
  if (!payment) return agreeing.includes(null) ? twice : [...twice, found("missing there")];
  return [
    ...twice,
    ...(payment.amount === one.amount ? [] : [found("other amount")]),
    ...(payment.currency === one.currency ? [] : [found("other currency")]),
    ...(agreeing.includes(payment.status) ? [] : [found("other state")]),
  ];
}
