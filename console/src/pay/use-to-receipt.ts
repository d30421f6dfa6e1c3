import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { PaymentState } from "./payment-state.ts";

/**
 * Once the payment is done, its receipt takes the form's place: `clear` empties the form, and answers
 * the receipt's address. Only while the form is open: somebody who has left it stays where they are.
 */
export function useToReceipt<B, D>(
  state: PaymentState<B, D>,
  clear: (data: D, body: B) => string,
): void {
  const { route } = useLocation();
  useEffect(() => {
    if (state.kind === "done") route(clear(state.data, state.body), true);
  }, [state]);
}
