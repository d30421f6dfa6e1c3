import { codeOf, type Failure } from "../api/answer.ts";
import { waitText } from "../i18n/wait.ts";
import { words } from "../i18n/words.ts";
import { FailureNotice } from "../problems/failure-notice.tsx";
import { Notice } from "../ui/notice.tsx";
import { useSecondsLeft, waitSecondsOf } from "./use-seconds-left.ts";

const t = words({
  en: {
    wait: "Too many attempts",
    waitText: (time: string) => `Nothing was changed. Wait ${time}, then try again.`,
    over: "You can try again now.",
    lost: "No answer came",
    lostText: "Check the connection, then try again.",
  },
  ar: {
    wait: "محاولات كثيرة",
    waitText: (time: string) => `لم يتغيّر شيء. انتظر ${time} ثم أعد المحاولة.`,
    over: "يمكنك إعادة المحاولة الآن.",
    lost: "لم يصل رد",
    lostText: "تحقّق من الاتصال ثم أعد المحاولة.",
  },
});

interface FormFailureProps {
  readonly failure: Failure | null;
  /** Codes whose words stand beside a field or elsewhere in the form. */
  readonly except?: readonly string[];
  readonly onAgain?: (() => void) | undefined;
}

/** Why a form was refused, unless a field says it; a wait is counted down. */
export function FormFailure({ failure, except = [], onAgain }: FormFailureProps) {
  if (!failure) return null;
  const code = codeOf(failure);
  if (code !== null && except.includes(code)) return null;
  const seconds = waitSecondsOf(failure);
  if (code === "too_many_attempts" && seconds > 0) {
    return <WaitNotice seconds={seconds} since={failure} />;
  }
  // A form without money in it can simply be sent again.
  if (failure.kind === "unknown" && !onAgain) {
    return (
      <Notice kind="bad" title={t().lost}>
        {t().lostText}
      </Notice>
    );
  }
  return <FailureNotice failure={failure} onAgain={onAgain} />;
}

function WaitNotice({ seconds, since }: { readonly seconds: number; readonly since: unknown }) {
  const left = useSecondsLeft(seconds, since);
  return left > 0 ? (
    <Notice kind="warn" title={t().wait}>
      <p>{t().waitText(waitText(left))}</p>
    </Notice>
  ) : (
    <Notice kind="info">
      <p>{t().over}</p>
    </Notice>
  );
}
