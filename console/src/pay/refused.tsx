import type { Failure } from "../api/answer.ts";
import { Button } from "../ui/button.tsx";
import { isJudged } from "./judged.ts";
import { payWords as t } from "./pay-words.ts";
import { PaymentFailure } from "./payment-failure.tsx";

interface RefusedProps {
  readonly failure: Failure;
  /** Sends or asks the same again. */
  readonly onAgain: () => void;
  /** Leads to what must be changed: the amount, unless `change` says otherwise. */
  readonly onChange: () => void;
  readonly change?: string;
}

/** Why a payment cannot be made as it is: what to change, or another try if nothing was judged. */
export function Refused({ failure, onAgain, onChange, change = t().change }: RefusedProps) {
  const isFinal = isJudged(failure);
  return (
    <div class="stack">
      <PaymentFailure failure={failure} onAgain={isFinal ? undefined : onAgain} />
      {isFinal && <Button onClick={onChange}>{change}</Button>}
    </div>
  );
}
