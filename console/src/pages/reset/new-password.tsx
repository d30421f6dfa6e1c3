import { useState } from "preact/hooks";
import { answerOf, codeOf } from "../../api/answer.ts";
import { api } from "../../api/client.ts";
import { useAction } from "../../api/use-action.ts";
import { readTypedCode } from "../../i18n/typed-code.ts";
import { words } from "../../i18n/words.ts";
import { CodeField } from "../../identity/code-field.tsx";
import { FormFailure } from "../../identity/form-failure.tsx";
import { MESSAGE_CODE_DIGITS } from "../../identity/message-code.tsx";
import {
  newPasswordFault,
  newPasswordHint,
  refusedPassword,
} from "../../identity/new-password-error.ts";
import { PasswordField } from "../../identity/password-field.tsx";
import { ResendCode } from "../../identity/resend-code.tsx";
import { Button } from "../../ui/button.tsx";
import { type AskedReset, askedReset } from "./asked-reset.ts";
import { resetContact } from "./reset-contact.ts";

const t = words({
  en: {
    sent: "If an account has verified this number or address, a code is on its way to it:",
    code: "Code from the message",
    hint: "Eight digits, valid for ten minutes",
    form: "Enter the eight digits from the message",
    refused: "This code is wrong, used or too old. After a few attempts, ask for another code.",
    password: "New password",
    submit: "Set the password",
    other: "Use another number or address",
  },
  ar: {
    sent: "إن كان هذا الرقم أو العنوان موثّقًا في حساب، فالرمز في الطريق إليه:",
    code: "الرمز من الرسالة",
    hint: "ثمانية أرقام، صالحة عشر دقائق",
    form: "أدخل الأرقام الثمانية من الرسالة",
    refused: "الرمز خاطئ أو مستخدم أو قديم. بعد عدة محاولات، اطلب رمزًا آخر.",
    password: "كلمة المرور الجديدة",
    submit: "تعيين كلمة المرور",
    other: "استخدام رقم أو عنوان آخر",
  },
});

interface NewPasswordProps {
  readonly asked: AskedReset;
  /** Another code was asked for, and has a token of its own. */
  readonly onAsked: (asked: AskedReset) => void;
  readonly onDone: () => void;
  readonly onOther: () => void;
}

/** The code of the message, and the new password. */
export function NewPassword({ asked, onAsked, onDone, onOther }: NewPasswordProps) {
  const { to, token } = asked;
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const [isTried, setTried] = useState(false);
  const action = useAction();
  const sending = useAction();
  const code = readTypedCode(typed, MESSAGE_CODE_DIGITS);
  const fault = newPasswordFault(password);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (code === null || fault !== null) return;
    const body = { reset_token: token, code, new_password: password };
    void action.run(() => answerOf(api.POST("/v1/auth/password-reset/confirm", { body })), onDone);
  };
  const resend = () =>
    void sending.run(
      () => answerOf(api.POST("/v1/auth/password-reset", { body: resetContact(to) })),
      (answer) => onAsked(askedReset(to, answer, Date.now())),
    );
  const refused = codeOf(action.failure) === "code_refused" ? t().refused : null;
  return (
    <form class="form" onSubmit={submit} noValidate>
      <p class="quiet">
        {t().sent} <bdi class="num">{to}</bdi>
      </p>
      <CodeField
        label={t().code}
        hint={t().hint}
        value={typed}
        onValue={(value) => {
          setTyped(value);
          setTried(false);
        }}
        error={isTried && code === null ? t().form : refused}
      />
      <PasswordField
        label={t().password}
        value={password}
        onValue={setPassword}
        isNew
        hint={newPasswordHint()}
        error={(isTried && fault) || refusedPassword(action.failure, "/new_password")}
      />
      <FormFailure failure={action.failure} except={["code_refused", "weak_password"]} />
      <Button kind="main" type="submit" isBusy={action.isBusy}>
        {t().submit}
      </Button>
      <ResendCode sending={sending} onResend={resend} />
      <Button kind="quiet" onClick={onOther}>
        {t().other}
      </Button>
    </form>
  );
}
