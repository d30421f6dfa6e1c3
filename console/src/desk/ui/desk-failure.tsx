import type { Failure } from "../../api/answer.ts";
import { words } from "../../i18n/words.ts";
import { FailureNotice } from "../../problems/failure-notice.tsx";
import { Button } from "../../ui/button.tsx";
import { Copy } from "../../ui/copy.tsx";
import { Notice } from "../../ui/notice.tsx";
import { refusalText } from "../words/refusals.ts";

const t = words({
  en: { again: "Try again", code: "Code and request id" },
  ar: { again: "إعادة المحاولة", code: "الرمز ومعرّف الطلب" },
});

interface DeskFailureProps {
  readonly failure: Failure;
  readonly onAgain?: (() => void) | undefined;
}

/** Why an operator's request did not work: the desk's own words for what operators are refused. */
export function DeskFailure({ failure, onAgain }: DeskFailureProps) {
  const text = failure.kind === "problem" ? refusalText(failure.problem.code) : null;
  if (failure.kind !== "problem" || !text) {
    return <FailureNotice failure={failure} onAgain={onAgain} />;
  }
  const { code, request_id } = failure.problem;
  return (
    <Notice kind="bad" title={text.title}>
      <p>{text.text}</p>
      {onAgain && (
        <Button kind="quiet" onClick={onAgain}>
          {t().again}
        </Button>
      )}
      <div class="problem-code">
        <Copy text={`${code} · ${request_id}`} label={t().code} />
      </div>
    </Notice>
  );
}
