import { Page } from "../ui/page.tsx";
import { PaymentFailure } from "./payment-failure.tsx";
import { Sending } from "./sending.tsx";
import { Sum } from "./sum.tsx";
import type { Payment } from "./use-payment.ts";

type Shown = Pick<Payment<unknown, unknown>, "state" | "again">;

/** Whether a payment is being sent, or has no outcome yet: its form waits. */
export function isUnderWay({ state }: Shown): boolean {
  return state.kind === "sending" || (state.kind === "failed" && state.isUnfinished);
}

interface UnderWayProps {
  readonly title: string;
  readonly payment: Shown;
}

/** The sum of a request. A request by quote names no amount. */
interface AskedSum {
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
}

/** A payment without an outcome, in place of its form. */
export function UnderWay({ title, payment }: UnderWayProps) {
  const { state } = payment;
  if (state.kind !== "sending" && state.kind !== "failed") return null;
  const { amount = null, currency = "YEM" } = state.body as AskedSum;
  return (
    <Page title={title} isFlow isTitleHidden>
      {state.kind === "sending" ? (
        <Sending amount={amount} currency={currency} isResumed={state.isResumed} />
      ) : (
        <>
          {amount !== null && <Sum amount={amount} currency={currency} />}
          <PaymentFailure failure={state.failure} isUnfinished onAgain={payment.again} />
        </>
      )}
    </Page>
  );
}
