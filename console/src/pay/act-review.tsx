import "../styles/pay.css";
import type { ComponentChildren } from "preact";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { type DetailLines, Details } from "../ui/page.tsx";
import { isJudged } from "./judged.ts";
import { PaymentFailure } from "./payment-failure.tsx";
import { refusalNow } from "./preview.ts";
import { Sum } from "./sum.tsx";
import type { useDryRun } from "./use-dry-run.ts";
import type { Payment } from "./use-payment.ts";

const t = words({
  en: { once: "Done once, even if you tap twice.", change: "Change" },
  ar: { once: "يُنفَّذ مرة واحدة وإن ضغطت مرتين.", change: "تعديل" },
});

interface ActReviewProps {
  readonly amount: string;
  readonly currency: string;
  readonly lines: DetailLines;
  readonly text?: ComponentChildren;
  readonly warning?: string | undefined;
  /** The verb with the amount. */
  readonly button: string;
  readonly dryRun: ReturnType<typeof useDryRun>;
  readonly state: Payment<unknown, unknown>["state"];
  /** Sends it. */
  readonly onSend: () => void;
  /** Sends it again after it got no answer. */
  readonly onAgain: () => void;
  /** Back to what was filled in; null when there was nothing. */
  readonly onChange: (() => void) | null;
}

/** The last look in a dialog: the sum, what it does by the service's own answer, one button. */
export function ActReview(props: ActReviewProps) {
  const { amount, currency, lines, text, warning, dryRun, state, onChange } = props;
  const isUnfinished = state.kind === "failed" && state.isUnfinished;
  const refusal = refusalNow(state, dryRun.state);
  const again = state.kind === "failed" ? props.onAgain : dryRun.again;
  return (
    <>
      <Sum amount={amount} currency={currency} />
      {text && <p class="quiet centered">{text}</p>}
      {!refusal && <Details lines={lines} />}
      {refusal ? (
        <PaymentFailure
          failure={refusal}
          isUnfinished={isUnfinished}
          onAgain={isJudged(refusal) ? undefined : again}
        />
      ) : (
        <>
          {warning && <Notice kind="warn">{warning}</Notice>}
          <Button
            kind="main"
            isBusy={state.kind === "sending" || dryRun.state.kind === "asking"}
            onClick={props.onSend}
          >
            {props.button}
          </Button>
          <p class="under-button">{t().once}</p>
        </>
      )}
      {onChange && state.kind !== "sending" && !isUnfinished && (
        <Button kind="quiet" onClick={onChange}>
          {t().change}
        </Button>
      )}
    </>
  );
}
