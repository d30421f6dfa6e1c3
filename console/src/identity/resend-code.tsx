import { useState } from "preact/hooks";
import type { Action } from "../api/use-action.ts";
import { waitText } from "../i18n/wait.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { FormFailure } from "./form-failure.tsx";
import { useSecondsLeft } from "./use-seconds-left.ts";

/** Another code is offered after this time: most messages have come by then. */
const RESEND_SECONDS = 30;

const t = words({
  en: {
    resend: "Send another code",
    resendIn: (time: string) => `Another code in ${time}`,
    sent: "Sent. Only the newest code works.",
  },
  ar: {
    resend: "إرسال رمز آخر",
    resendIn: (time: string) => `رمز آخر بعد ${time}`,
    sent: "أُرسل الرمز. يصلح أحدث رمز فقط.",
  },
});

interface ResendCodeProps {
  readonly sending: Action;
  readonly onResend: () => void;
}

/** Sends another code, after a while. */
export function ResendCode({ sending, onResend }: ResendCodeProps) {
  const [round, setRound] = useState(0);
  const left = useSecondsLeft(RESEND_SECONDS, round);
  const resend = () => {
    setRound(round + 1);
    onResend();
  };
  return (
    <div class="stack-small">
      <FormFailure failure={sending.failure} />
      <Button kind="quiet" disabled={left > 0} isBusy={sending.isBusy} onClick={resend}>
        {left > 0 ? t().resendIn(waitText(left)) : t().resend}
      </Button>
      <p class="under-button" role="status">
        {round > 0 && !sending.isBusy && !sending.failure ? t().sent : ""}
      </p>
    </div>
  );
}
