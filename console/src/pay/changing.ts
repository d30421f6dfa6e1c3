import type { Payment } from "./use-payment.ts";

/** Changes what is filled in. A refusal does not apply to the changed payment, and is left behind. */
export function changing<D>(
  payment: Pick<Payment<never, unknown>, "reset">,
  change: (part: Partial<D>) => void,
): (part: Partial<D>) => void {
  return (part) => {
    payment.reset();
    change(part);
  };
}
