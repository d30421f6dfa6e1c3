import { useState } from "preact/hooks";
import { codeOf } from "../api/answer.ts";
import type { Action } from "../api/use-action.ts";
import { readTypedCode } from "../i18n/typed-code.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { CodeField } from "./code-field.tsx";
import { FormFailure } from "./form-failure.tsx";
import { ResendCode } from "./resend-code.tsx";

/** The digits of a code in a message. */
export const MESSAGE_CODE_DIGITS = 8;

const t = words({
  en: {
    code: "Code from the message",
    hint: "Eight digits, valid for ten minutes",
    form: "Enter the eight digits from the message",
    refused: "This code is wrong, used or too old. After a few attempts, ask for another code.",
  },
  ar: {
    code: "الرمز من الرسالة",
    hint: "ثمانية أرقام، صالحة عشر دقائق",
    form: "أدخل الأرقام الثمانية من الرسالة",
    refused: "الرمز خاطئ أو مستخدم أو قديم. بعد عدة محاولات، اطلب رمزًا آخر.",
  },
});

interface MessageCodeProps {
  /** What the code is sent with. */
  readonly action: Action;
  readonly submit: string;
  readonly onCode: (code: string) => void;
  /** The sending of codes. */
  readonly sending: Action;
  readonly onResend: () => void;
  /** Codes of refusals that stand elsewhere. */
  readonly except?: readonly string[];
}

/** Asks for the code of a message; sends another one after a while. */
export function MessageCode(props: MessageCodeProps) {
  const { action, submit, onCode, sending, onResend, except = [] } = props;
  const [typed, setTyped] = useState("");
  const [isMisshapen, setMisshapen] = useState(false);
  const isRefused = codeOf(action.failure) === "code_refused";
  const send = (event: Event) => {
    event.preventDefault();
    const code = readTypedCode(typed, MESSAGE_CODE_DIGITS);
    setMisshapen(code === null);
    if (code !== null) onCode(code);
  };
  return (
    <form class="form" onSubmit={send} noValidate>
      <CodeField
        label={t().code}
        value={typed}
        onValue={(value) => {
          setTyped(value);
          setMisshapen(false);
        }}
        hint={t().hint}
        error={isMisshapen ? t().form : isRefused ? t().refused : null}
      />
      <FormFailure failure={action.failure} except={["code_refused", ...except]} />
      <Button kind="main" type="submit" isBusy={action.isBusy}>
        {submit}
      </Button>
      <ResendCode sending={sending} onResend={onResend} />
    </form>
  );
}
