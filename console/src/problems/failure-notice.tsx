import type { Problem } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import { type Failure, problemOf } from "../api/answer.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { type ProblemText, problemText } from "./problem-text.ts";

const t = words({
  en: {
    offline: {
      title: "No connection",
      action: "Nothing was sent. Check the connection and try again.",
    },
    unknown: {
      title: "No answer yet",
      action: "We do not know whether it went through. Check again: it cannot happen twice.",
    },
    again: "Try again",
    ask: "Check again",
    code: "Code and request id",
  },
  ar: {
    offline: {
      title: "لا يوجد اتصال",
      action: "لم يُرسل شيء. تحقّق من الاتصال ثم أعد المحاولة.",
    },
    unknown: {
      title: "لم يصل الرد بعد",
      action: "لا نعلم إن كانت العملية قد تمّت. تحقّق من جديد، فلن تُنفَّذ مرتين.",
    },
    again: "إعادة المحاولة",
    ask: "التحقق من جديد",
    code: "الرمز ومعرّف الطلب",
  },
});

interface FailureProps {
  readonly failure: Failure;
  /** What was asked may have happened: only its outcome can be asked for. */
  readonly isUnknown?: boolean;
  /** In place of the general words of a problem. */
  readonly text?: ProblemText | null;
  /** Repeats the same request. */
  readonly onAgain?: (() => void) | undefined;
  /** Another way on, beside the button. */
  readonly beside?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** Why something did not work, what to do, and what support will ask for. */
export function FailureNotice(props: FailureProps) {
  const { failure, onAgain, beside, children } = props;
  const isUnknown = props.isUnknown || failure.kind === "unknown";
  const { title, action } = isUnknown ? t().unknown : (props.text ?? textOf(failure));
  const problem = problemOf(failure);
  const again = onAgain && (
    <Button kind="quiet" onClick={onAgain}>
      {isUnknown ? t().ask : t().again}
    </Button>
  );
  return (
    <Notice kind={isUnknown ? "warn" : "bad"} title={title}>
      {action && <p>{action}</p>}
      {children}
      {beside ? (
        <p class="notice-actions">
          {again}
          {beside}
        </p>
      ) : (
        again
      )}
      {problem && <CodeLine problem={problem} />}
    </Notice>
  );
}

function textOf(failure: Failure): ProblemText {
  if (failure.kind !== "problem") return t().offline;
  return problemText(failure.problem, failure.waitSeconds);
}

function CodeLine({ problem: { code, request_id } }: { readonly problem: Problem }) {
  return (
    <div class="problem-code">
      <Copy text={`${code} · ${request_id}`} label={t().code} />
    </div>
  );
}
