import "../styles/pay.css";
import type { ComponentChildren } from "preact";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { Card, type DetailLines, Details } from "../ui/page.tsx";
import { Sum } from "./sum.tsx";

const t = words({
  en: {
    paidOnce: "Paid once, even if you tap twice.",
    doneOnce: "Done once, even if you tap twice.",
  },
  ar: {
    paidOnce: "تُدفع مرة واحدة وإن ضغطت مرتين.",
    doneOnce: "تُنفَّذ مرة واحدة وإن ضغطت مرتين.",
  },
});

interface ReviewProps {
  /** The money stays the person's own, or is not paid to another. */
  readonly isOwn?: boolean;
  /** Whom or what it is for; above the sum. */
  readonly head: ComponentChildren;
  readonly amount: string;
  readonly currency: string;
  readonly lines: DetailLines;
  readonly warning?: string | undefined;
  /** Stands right above the button: how long a quote holds. */
  readonly overButton?: ComponentChildren;
  /** Why it was refused; between the lines and the button. */
  readonly children?: ComponentChildren;
  /** The verb with the amount; null when it cannot be paid now. */
  readonly button: string | null;
  readonly isBusy?: boolean;
  /** Says that a second tap does nothing; without it, the words of a payment. */
  readonly once?: string;
  readonly onPay: () => void;
}

/** The last look at a payment: its sum on top, what it does, and one button. */
export function Review(props: ReviewProps) {
  const { head, amount, currency, lines, warning, children, button, isBusy = false } = props;
  return (
    <div class="stack review">
      {head}
      <Sum amount={amount} currency={currency} />
      <Card>
        <Details lines={lines} />
      </Card>
      {children}
      {button !== null && (
        <div class="pay-button">
          {warning && <Notice kind="warn">{warning}</Notice>}
          {props.overButton}
          <Button kind="main" isBusy={isBusy} onClick={props.onPay}>
            {button}
          </Button>
          <p class="under-button">{props.once ?? (props.isOwn ? t().doneOnce : t().paidOnce)}</p>
        </div>
      )}
    </div>
  );
}

interface HeadProps {
  readonly icon: IconName;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** What a payment without another person is about. */
export function ReviewHead({ icon, title, children }: HeadProps) {
  return (
    <div class="review-head">
      <span class="avatar avatar-big">
        <Icon name={icon} />
      </span>
      <p class="review-name">{title}</p>
      {children}
    </div>
  );
}
