import "../../styles/identity.css";
import { useEffect, useState } from "preact/hooks";
import { codeOf, problemOf } from "../../api/answer.ts";
import { words } from "../../i18n/words.ts";
import { FormFailure } from "../../identity/form-failure.tsx";
import { nameFault } from "../../identity/name-fault.ts";
import {
  newPasswordFault,
  newPasswordHint,
  refusedPassword,
} from "../../identity/new-password-error.ts";
import { PasswordField } from "../../identity/password-field.tsx";
import { PhoneField } from "../../identity/phone-field.tsx";
import { typedPhone } from "../../identity/typed-phone.ts";
import { fieldProblem } from "../../problems/problem-text.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { useCheckedForm } from "../../ui/use-checked-form.ts";
import { ClaimPhone } from "./claim-phone.tsx";
import { PhoneTaken } from "./phone-taken.tsx";
import { type Signup, useSignup } from "./use-signup.ts";

const t = words({
  en: {
    title: "Open a wallet",
    name: "Your name",
    nameHint: "People who pay you see part of it.",
    phone: "Enter your phone number",
    notPhone: "This is not a phone number",
    submit: "Open the wallet",
    once: "It is opened once, even if you tap twice.",
    logIn: "I have a wallet: log in",
    unfinished: "Your wallet may be open already",
    unfinishedText: "The last answer was lost. Enter the same password: it is not opened twice.",
  },
  ar: {
    title: "فتح محفظة",
    name: "اسمك",
    nameHint: "يرى من يدفع لك جزءًا منه.",
    phone: "أدخل رقم هاتفك",
    notPhone: "هذا ليس رقم هاتف",
    submit: "فتح المحفظة",
    once: "تُفتح مرة واحدة وإن ضغطت مرتين.",
    logIn: "لديّ محفظة: تسجيل الدخول",
    unfinished: "ربما فُتحت محفظتك بالفعل",
    unfinishedText: "لم يصلنا الرد الأخير. أدخل كلمة المرور نفسها، فلن تُفتح مرتين.",
  },
});

/** Opens an account and its first wallet with one form. */
export function SignupPage() {
  const signup = useSignup();
  const [username, setName] = useState("");
  const [password, setPassword] = useState("");
  const [isClaiming, setClaiming] = useState(false);
  useEffect(() => {
    if (!signup.unfinished) return;
    setName(signup.unfinished.username);
    typedPhone.value = signup.unfinished.phone;
  }, [signup.unfinished]);
  const person = { username: username.trim(), phone: typedPhone.value.trim(), password };
  return (
    <Page title={t().title}>
      {isClaiming ? (
        <ClaimPhone signup={signup} person={person} onGiveUp={() => setClaiming(false)} />
      ) : (
        <SignupForm
          signup={signup}
          person={person}
          onName={setName}
          onPassword={setPassword}
          onClaim={() => {
            signup.action.fail(null);
            setClaiming(true);
          }}
        />
      )}
    </Page>
  );
}

interface SignupFormProps {
  readonly signup: Signup;
  readonly person: { readonly username: string; readonly phone: string; readonly password: string };
  readonly onName: (name: string) => void;
  readonly onPassword: (password: string) => void;
  readonly onClaim: () => void;
}

function SignupForm({ signup, person, onName, onPassword, onClaim }: SignupFormProps) {
  const { action, unfinished } = signup;
  const { username, phone, password } = person;
  const problem = problemOf(action.failure);
  const faults = {
    name: nameFault(username),
    phone: phone === "" ? t().phone : null,
    password: newPasswordFault(password),
  };
  const isComplete = Object.values(faults).every((fault) => fault === null);
  const { isTried, submit } = useCheckedForm(isComplete, () => signup.submit(person));
  const isNoPhone = fieldProblem(problem, "/phone") !== null;
  return (
    <form class="form" onSubmit={submit} noValidate>
      {unfinished && !action.failure && (
        <Notice kind="info" title={t().unfinished}>
          {t().unfinishedText}
        </Notice>
      )}
      <NameField
        value={username}
        onValue={onName}
        error={(isTried && faults.name) || fieldProblem(problem, "/username")}
      />
      <PhoneField
        value={typedPhone.value}
        onValue={(typed) => {
          typedPhone.value = typed;
        }}
        autocomplete="tel"
        hasExample
        error={(isTried && faults.phone) || (isNoPhone ? t().notPhone : null)}
      />
      <PasswordField
        value={password}
        onValue={onPassword}
        isNew
        hint={newPasswordHint()}
        error={(isTried && faults.password) || refusedPassword(action.failure)}
      />
      {codeOf(action.failure) === "phone_taken" && <PhoneTaken onClaim={onClaim} />}
      <FormFailure
        failure={action.failure}
        except={["phone_taken", "weak_password", "invalid_request"]}
        onAgain={() => signup.submit(person)}
      />
      <div class="stack-small">
        <Button kind="main" type="submit" isBusy={action.isBusy}>
          {t().submit}
        </Button>
        <p class="under-button">{t().once}</p>
      </div>
      <div class="links">
        <a href="/login">{t().logIn}</a>
      </div>
    </form>
  );
}

interface NameFieldProps {
  readonly value: string;
  readonly onValue: (name: string) => void;
  readonly error: string | null;
}

function NameField(props: NameFieldProps) {
  return (
    <Field
      {...props}
      label={t().name}
      hint={t().nameHint}
      name="name"
      autocomplete="name"
      maxLength={100}
    />
  );
}
