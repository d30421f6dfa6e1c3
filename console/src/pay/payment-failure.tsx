import type { Problem } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import type { Failure } from "../api/answer.ts";
import { words } from "../i18n/words.ts";
import { problemText } from "../problems/problem-text.ts";
import { Button } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";

const t = words({
  en: {
    unknown: "No answer yet",
    unknownText: "We do not know whether it went through. Check again: it cannot happen twice.",
    ask: "Check again",
    history: "Look in the history",
    offline: "No connection",
    offlineText: "Nothing was sent. Check the connection and try again.",
    again: "Try again",
    limits: "See your limits",
    code: "Code and request id",
  },
  ar: {
    unknown: "لم يصل الرد بعد",
    unknownText: "لا نعلم إن كانت العملية قد تمّت. تحقّق من جديد، فلن تُنفَّذ مرتين.",
    ask: "التحقق من جديد",
    history: "إلى السجل",
    offline: "لا يوجد اتصال",
    offlineText: "لم يُرسل شيء. تحقّق من الاتصال ثم أعد المحاولة.",
    again: "إعادة المحاولة",
    limits: "عرض حدودك",
    code: "الرمز ومعرّف الطلب",
  },
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
    return (
      <Notice kind="warn" title={t().unknown}>
        <p>{t().unknownText}</p>
        <p class="notice-actions">
          <Again text={t().ask} onAgain={onAgain} />
          <a href="/history">{t().history}</a>
        </p>
        {failure.kind === "problem" && <CodeLine problem={failure.problem} />}
      </Notice>
    );
  }
  if (failure.kind === "offline") {
    return (
      <Notice kind="bad" title={t().offline}>
        <p>{t().offlineText}</p>
        <Again text={t().again} onAgain={onAgain} />
      </Notice>
    );
  }
  const { problem, waitSeconds } = failure;
  const { title, action } = problemText(problem, waitSeconds);
  return (
    <Notice kind="bad" title={title}>
      {action && <p>{action}</p>}
      {problem.code === "limit_exceeded" && (
        <p>
          <a href="/limits">{t().limits}</a>
        </p>
      )}
      {hint && <p>{hint}</p>}
      <Again text={t().again} onAgain={onAgain} />
      <CodeLine problem={problem} />
    </Notice>
  );
}

function Again({
  text,
  onAgain,
}: {
  readonly text: string;
  readonly onAgain: PaymentFailureProps["onAgain"];
}) {
  if (!onAgain) return null;
  return (
    <Button kind="quiet" onClick={onAgain}>
      {text}
    </Button>
  );
}

function CodeLine({ problem: { code, request_id } }: { readonly problem: Problem }) {
  return (
    <div class="problem-code">
      <Copy text={`${code} · ${request_id}`} label={t().code} />
    </div>
  );
}
