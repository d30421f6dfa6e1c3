import type { Failure } from "../../api/answer.ts";
import { codeOf } from "../../api/answer.ts";
import { isJudged } from "../../pay/judged.ts";
import { PaymentFailure } from "../../pay/payment-failure.tsx";
import { quoteWords } from "../../pay/quote-words.ts";
import type { useDryRun } from "../../pay/use-dry-run.ts";
import type { HeldQuote } from "../../pay/use-quote.ts";
import { Button } from "../../ui/button.tsx";
import type { ReviewStepProps } from "./review-step.tsx";
import { t } from "./words.ts";

interface RefusedProps extends ReviewStepProps {
  readonly dryRun: ReturnType<typeof useDryRun>;
  readonly held: HeldQuote;
  readonly isQuoted: boolean;
  readonly quoteFailure: Failure | null;
}

/** Refusals that another quote can mend. */
const OF_THE_QUOTE: ReadonlySet<string | null> = new Set(["quote_expired", "quote_used"]);

/** Why the payment cannot be made as it is, and what to change. */
export function Refused(props: RefusedProps) {
  const { payment, dryRun, held, quoteFailure, onBack, onRecipient } = props;
  const failure = refusalOf(props);
  if (!failure) return null;
  const code = codeOf(failure);
  const renew = () => {
    payment.reset();
    held.renew();
  };
  const again = quoteFailure
    ? held.renew
    : payment.state.kind === "failed"
      ? payment.again
      : dryRun.again;
  const isOfQuote = OF_THE_QUOTE.has(code);
  return (
    <div class="stack">
      <PaymentFailure
        failure={failure}
        onAgain={isJudged(failure) ? undefined : again}
        hint={isForeignMarket(props, code) ? t().marketHint : undefined}
      />
      <div class="buttons">
        {isOfQuote && <Button onClick={renew}>{quoteWords().renew}</Button>}
        {code === "recipient_not_found" && <Button onClick={onRecipient}>{t().changeTo}</Button>}
        {isJudged(failure) && !isOfQuote && <Button onClick={onBack}>{t().change}</Button>}
      </div>
    </div>
  );
}

/** The refusal that stands now: of the payment, else of its quote, else of the dry run. */
function refusalOf({ payment, dryRun, quoteFailure }: RefusedProps): Failure | null {
  if (payment.state.kind === "failed") return payment.state.failure;
  if (quoteFailure) return quoteFailure;
  const { state } = dryRun;
  if (state.kind !== "refused" || codeOf(state.failure) === "step_up_required") return null;
  return state.failure;
}

/** A recipient with rials who is not found may have those of the other market only. */
function isForeignMarket({ draft }: RefusedProps, code: string | null): boolean {
  return code === "recipient_not_found" && draft.recipient?.currencies.includes("YEM") === true;
}
