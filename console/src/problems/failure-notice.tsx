import type { Failure } from "../api/answer.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { problemText } from "./problem-text.ts";

const t = words({
  en: {
    offline: "No connection",
    offlineText: "Nothing was sent. Check the connection and try again.",
    unknown: "No answer yet",
    unknownText: "We do not know whether it went through. Check again: it cannot happen twice.",
    again: "Try again",
    ask: "Check again",
    code: "Code and request id",
  },
  ar: {
    offline: "لا يوجد اتصال",
    offlineText: "لم يُرسل شيء. تحقّق من الاتصال ثم أعد المحاولة.",
    unknown: "لم يصل الرد بعد",
    unknownText: "لا نعلم إن كانت العملية قد تمّت. تحقّق من جديد، فلن تُنفَّذ مرتين.",
    again: "إعادة المحاولة",
    ask: "التحقق من جديد",
    code: "الرمز ومعرّف الطلب",
  },
});

interface FailureProps {
  readonly failure: Failure;
  /** Repeats the same request. */
  readonly onAgain?: (() => void) | undefined;
}

/** Why something did not work, what to do, and what support will ask for. */
export function FailureNotice({ failure, onAgain }: FailureProps) {
  if (failure.kind !== "problem") {
    const isUnknown = failure.kind === "unknown";
    return (
      <Notice kind={isUnknown ? "warn" : "bad"} title={isUnknown ? t().unknown : t().offline}>
        <p>{isUnknown ? t().unknownText : t().offlineText}</p>
        {onAgain && (
          <Button kind="quiet" onClick={onAgain}>
            {isUnknown ? t().ask : t().again}
          </Button>
        )}
      </Notice>
    );
  }
  const { problem, waitSeconds } = failure;
  const { title, action } = problemText(problem, waitSeconds);
  return (
    <Notice kind="bad" title={title}>
      {action && <p>{action}</p>}
      {onAgain && (
        <Button kind="quiet" onClick={onAgain}>
          {t().again}
        </Button>
      )}
      <div class="problem-code">
        <Copy text={`${problem.code} · ${problem.request_id}`} label={t().code} />
      </div>
    </Notice>
  );
}
