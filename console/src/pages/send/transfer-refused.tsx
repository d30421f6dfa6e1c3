import { codeOf, type Failure } from "../../api/answer.ts";
import { isJudged, isMendedByQuote } from "../../pay/judged.ts";
import { payWords } from "../../pay/pay-words.ts";
import { PaymentFailure } from "../../pay/payment-failure.tsx";
import { refusalOf } from "../../pay/preview.ts";
import type { useDryRun } from "../../pay/use-dry-run.ts";
import type { HeldQuote } from "../../pay/use-quote.ts";
import { sendWords as t } from "../../transfer/words.ts";
import { Button } from "../../ui/button.tsx";
import type { ReviewStepProps } from "./review-step.tsx";

export interface TransferRefusedProps extends ReviewStepProps {
  readonly dryRun: ReturnType<typeof useDryRun>;
  readonly held: HeldQuote;
  readonly isQuoted: boolean;
  readonly quoteFailure: Failure | null;
}

/** Why the payment cannot be made as it is, and what to change. */
export function TransferRefused(props: TransferRefusedProps) {
  const { onBack, onRecipient } = props;
  const failure = currentRefusal(props);
  if (!failure) return null;
  const code = codeOf(failure);
  const isMended = isMendedBy(props, failure);
  return (
    <div class="stack">
      <PaymentFailure
        failure={failure}
        onAgain={isJudged(failure) || isMended ? undefined : againOf(props)}
        hint={isForeignMarket(props, code) ? t().marketHint : undefined}
      />
      <div class="buttons">
        {code === "recipient_not_found" && (
          <Button onClick={onRecipient}>{payWords().changeTo}</Button>
        )}
        {isJudged(failure) && !isMended && <Button onClick={onBack}>{payWords().change}</Button>}
      </div>
    </div>
  );
}

/** The review has the next quote, and its own button sends it. */
function isMendedBy({ payment, isQuoted }: TransferRefusedProps, failure: Failure): boolean {
  return payment.state.kind === "failed" && isQuoted && isMendedByQuote(failure);
}

function againOf({ payment, dryRun, held, quoteFailure }: TransferRefusedProps): () => void {
  if (payment.state.kind === "failed") return payment.again;
  return quoteFailure ? held.renew : dryRun.again;
}

/** The refusal that stands now: of the payment, else of its quote, else of the dry run. */
function currentRefusal({ payment, dryRun, quoteFailure }: TransferRefusedProps): Failure | null {
  if (payment.state.kind === "failed") return payment.state.failure;
  return quoteFailure ?? refusalOf(dryRun.state);
}

/** A recipient with rials who is not found may have those of the other market only. */
function isForeignMarket({ draft }: TransferRefusedProps, code: string | null): boolean {
  return code === "recipient_not_found" && draft.recipient?.currencies.includes("YEM") === true;
}
