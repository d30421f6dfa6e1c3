import type { Problem } from "@mahfaza/client";
import type { ComponentChildren } from "preact";
import type { Failure } from "../api/answer.ts";
import { amountText } from "../i18n/amount.ts";
import { formatTime } from "../i18n/time.ts";
import { plural, words } from "../i18n/words.ts";
import { problemText } from "../problems/problem-text.ts";
import { Button } from "../ui/button.tsx";
import { Copy } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";

const t = words({
  en: {
    unknown: "No answer yet",
    unknownText: "We do not know whether it went through. Ask again: it cannot happen twice.",
    ask: "Ask again",
    history: "Look in the history",
    offline: "No connection",
    offlineText: "Nothing was sent. Check the connection and try again.",
    again: "Try again",
    nothing: "No money was moved.",
    left: (left: string, limit: string) => `Left of the limit: ${left} of ${limit}.`,
    leftCount: (left: string, limit: string) => `Payments left: ${left} of ${limit}.`,
    resets: (time: string) => `It starts again on ${time}.`,
    limits: "See your limits",
    wait: (seconds: number) =>
      seconds < 60
        ? plural(seconds, { one: "Try again in # second.", other: "Try again in # seconds." })
        : plural(Math.ceil(seconds / 60), {
            one: "Try again in # minute.",
            other: "Try again in # minutes.",
          }),
    code: "code and request",
  },
  ar: {
    unknown: "لم يصل الرد بعد",
    unknownText: "لا نعلم إن كانت العملية قد تمّت. اسأل من جديد، فلن تُنفَّذ مرتين.",
    ask: "اسأل من جديد",
    history: "انظر في السجل",
    offline: "لا يوجد اتصال",
    offlineText: "لم يُرسل شيء. تحقّق من الاتصال ثم أعد المحاولة.",
    again: "أعد المحاولة",
    nothing: "لم يتحرّك أي مال.",
    left: (left: string, limit: string) => `المتبقي من الحد: ${left} من ${limit}.`,
    leftCount: (left: string, limit: string) => `العمليات المتبقية: ${left} من ${limit}.`,
    resets: (time: string) => `يتجدّد الحد في ${time}.`,
    limits: "اطّلع على حدودك",
    wait: (seconds: number) =>
      seconds < 60
        ? plural(seconds, {
            one: "أعد المحاولة بعد ثانية.",
            two: "أعد المحاولة بعد ثانيتين.",
            few: "أعد المحاولة بعد # ثوانٍ.",
            other: "أعد المحاولة بعد # ثانية.",
          })
        : plural(Math.ceil(seconds / 60), {
            one: "أعد المحاولة بعد دقيقة.",
            two: "أعد المحاولة بعد دقيقتين.",
            few: "أعد المحاولة بعد # دقائق.",
            other: "أعد المحاولة بعد # دقيقة.",
          }),
    code: "الرمز ورقم الطلب",
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
  const { title, action } = problemText(problem);
  return (
    <Notice kind="bad" title={title}>
      <p>{t().nothing}</p>
      {action && <p>{action}</p>}
      <LimitLines problem={problem} />
      {waitSeconds !== undefined && <p>{t().wait(waitSeconds)}</p>}
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

function LimitLines({ problem }: { readonly problem: Problem }) {
  const exceeded = problem.exceeded_limit;
  if (!exceeded) return null;
  const { name, limit, remaining, resets_at, currency } = exceeded;
  const isCount = name.endsWith("_count");
  const text = (value: string) => (isCount ? value : amountText(value, currency));
  const line = isCount ? t().leftCount : t().left;
  return (
    <>
      <p>{line(text(remaining), text(limit))}</p>
      {resets_at && <p>{t().resets(formatTime(resets_at))}</p>}
      <p>
        <a href="/limits">{t().limits}</a>
      </p>
    </>
  );
}

function CodeLine({ problem: { code, request_id } }: { readonly problem: Problem }) {
  return (
    <div class="problem-code">
      <Copy text={`${code} · ${request_id}`} label={t().code} />
    </div>
  );
}
