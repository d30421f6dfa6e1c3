import type { LoggedIn, SecondFactorRequired } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { answerOf, codeOf, problemOf } from "../api/answer.ts";
import { session } from "../api/client.ts";
import { useAction } from "../api/use-action.ts";
import { cookieFor } from "../device/storage.ts";
import { words } from "../i18n/words.ts";
import { FormFailure } from "../identity/form-failure.tsx";
import { PasswordField } from "../identity/password-field.tsx";
import { PhoneField } from "../identity/phone-field.tsx";
import { typedPhone } from "../identity/typed-phone.ts";
import { fieldProblem } from "../problems/problem-text.ts";
import { Button } from "../ui/button.tsx";
import { CheckField, Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { useCheckedForm } from "../ui/use-checked-form.ts";
import { PasskeyLogin } from "./passkey-login.tsx";

const t = words({
  en: {
    submit: "Log in",
    wrong: "The number or the password is wrong",
    wrongText: "Check both. You can set a new password with a code.",
    phone: "Enter your phone number",
    userId: "Account number",
    userIdHint: "It begins with usr_. For an account whose phone number went to somebody else.",
    noUserId: "Enter your account number",
    password: "Enter your password",
    byUserId: "Log in without a phone number",
    byPhone: "Log in with a phone number",
    forgot: "Forgot your password?",
    signup: "Open a wallet",
    shared: "This is a shared computer",
    sharedHint: "Nothing stays on it, and the login ends when you close this tab.",
  },
  ar: {
    submit: "تسجيل الدخول",
    wrong: "رقم الهاتف أو كلمة المرور غير صحيح",
    wrongText: "تحقّق من الاثنين. يمكنك تعيين كلمة مرور جديدة برمز.",
    phone: "أدخل رقم هاتفك",
    userId: "رقم الحساب",
    userIdHint: "يبدأ بـ \u2066usr_\u2069، لحساب انتقل رقم هاتفه إلى شخص آخر.",
    noUserId: "أدخل رقم حسابك",
    password: "أدخل كلمة المرور",
    byUserId: "تسجيل الدخول من دون رقم هاتف",
    byPhone: "تسجيل الدخول برقم الهاتف",
    forgot: "نسيت كلمة المرور؟",
    signup: "فتح محفظة",
    shared: "هذا جهاز مشترك",
    sharedHint: "لن يبقى شيء عليه، وتنتهي الجلسة بإغلاق هذه الصفحة.",
  },
});

interface PasswordStepProps {
  readonly isShared: boolean;
  readonly onShared: (isShared: boolean) => void;
  readonly onEnter: (login: LoggedIn) => void;
  readonly onSecondFactor: (challenge: SecondFactorRequired) => void;
}

/** The first step of a login: who, and the password; or a passkey, which is both. */
export function PasswordStep({ isShared, onShared, onEnter, onSecondFactor }: PasswordStepProps) {
  const [isByPhone, setByPhone] = useState(true);
  const [userId, setUserId] = useState("");
  const [password, setPassword] = useState("");
  const action = useAction();
  const name = isByPhone ? typedPhone.value.trim() : userId.trim();
  const { isTried, submit } = useCheckedForm(name !== "" && password !== "", () => {
    const who = isByPhone ? { phone: name } : { user_id: name };
    void action.run(
      () =>
        answerOf<LoggedIn | SecondFactorRequired>(
          session.logIn({ ...who, password, ...cookieFor(isShared) }),
        ),
      (answer) => (answer.status === "logged_in" ? onEnter(answer) : onSecondFactor(answer)),
    );
  });
  const problem = problemOf(action.failure);
  return (
    <>
      <form class="form" onSubmit={submit} noValidate>
        {isByPhone ? (
          <PhoneField
            value={typedPhone.value}
            onValue={(typed) => {
              typedPhone.value = typed;
            }}
            autocomplete="username webauthn"
            error={isTried && name === "" ? t().phone : fieldProblem(problem, "/phone")}
          />
        ) : (
          <UserIdField
            value={userId}
            onValue={setUserId}
            error={isTried && name === "" ? t().noUserId : fieldProblem(problem, "/user_id")}
          />
        )}
        <PasswordField
          value={password}
          onValue={setPassword}
          error={isTried && password === "" ? t().password : null}
          isFaulty={codeOf(action.failure) === "invalid_credentials"}
        />
        <CheckField
          label={t().shared}
          hint={isShared ? t().sharedHint : null}
          checked={isShared}
          onValue={onShared}
        />
        <LoginFailure action={action} />
        <Button kind="main" type="submit" isBusy={action.isBusy}>
          {t().submit}
        </Button>
      </form>
      <PasskeyLogin isShared={isShared} onEnter={onEnter} isBusy={action.isBusy} />
      <div class="links">
        <a href="/reset">{t().forgot}</a>
        <button type="button" onClick={() => setByPhone(!isByPhone)}>
          {isByPhone ? t().byUserId : t().byPhone}
        </button>
        <a href="/signup">{t().signup}</a>
      </div>
    </>
  );
}

interface UserIdFieldProps {
  readonly value: string;
  readonly onValue: (typed: string) => void;
  readonly error: string | null;
}

function UserIdField(props: UserIdFieldProps) {
  return (
    <div class="ltr-input">
      <Field
        {...props}
        label={t().userId}
        hint={t().userIdHint}
        name="user-id"
        autocomplete="username"
        spellcheck={false}
        maxLength={64}
      />
    </div>
  );
}

function LoginFailure({ action }: { readonly action: ReturnType<typeof useAction> }) {
  const { failure } = action;
  if (codeOf(failure) === "invalid_credentials") {
    return (
      <Notice kind="bad" title={t().wrong}>
        {t().wrongText}
      </Notice>
    );
  }
  const isAtField =
    failure?.kind === "problem" &&
    failure.problem.errors?.some(({ pointer }) => pointer === "/phone" || pointer === "/user_id");
  return isAtField ? null : <FormFailure failure={failure} />;
}
