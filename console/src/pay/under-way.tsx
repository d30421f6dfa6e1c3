import { Page } from "../ui/page.tsx";
import { askedSum } from "./asked-sum.ts";
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

/** A payment without an outcome, in place of its form. */
export function UnderWay({ title, payment }: UnderWayProps) {
  const { state } = payment;
  if (state.kind !== "sending" && state.kind !== "failed") return null;
  // A request by quote names no amount.
  const sum = askedSum(state.body);
  return (
    <Page title={title} isFlow isTitleHidden>
      {state.kind === "sending" ? (
        <Sending sum={sum} isResumed={state.isResumed} />
      ) : (
        <>
          {sum && <Sum {...sum} />}
          <PaymentFailure failure={state.failure} isUnfinished onAgain={payment.again} />
        </>
      )}
    </Page>
  );
}
