import "../styles/pay.css";
import type { ComponentChildren } from "preact";
import { codeOf, type Failure } from "../api/answer.ts";
import { words } from "../i18n/words.ts";
import { FailureNotice } from "../problems/failure-notice.tsx";

const t = words({
  en: { history: "Look in the history", limits: "See your limits" },
  ar: { history: "إلى السجل", limits: "عرض حدودك" },
});

interface PaymentFailureProps {
  readonly failure: Failure;
  /** The payment may have happened: only its outcome can be asked for. */
  readonly isUnfinished?: boolean;
  /** Sends the same again. */
  readonly onAgain?: (() => void) | undefined;
  /** What the page knows beyond the problem. */
  readonly hint?: ComponentChildren;
}

/** Why a payment did not happen: what happened, that nothing was taken, and what to do. */
export function PaymentFailure(props: PaymentFailureProps) {
  const { failure, isUnfinished = false, onAgain, hint } = props;
  if (isUnfinished || failure.kind === "unknown") {
    const history = <a href="/history">{t().history}</a>;
    return <FailureNotice failure={failure} isUnknown onAgain={onAgain} beside={history} />;
  }
  return (
    <FailureNotice failure={failure} onAgain={onAgain}>
      {codeOf(failure) === "limit_exceeded" && (
        <p>
          <a href="/limits">{t().limits}</a>
        </p>
      )}
      {hint && <p>{hint}</p>}
    </FailureNotice>
  );
}
