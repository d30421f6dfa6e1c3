import type { components } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { codeOf } from "../../../api/answer.ts";
import { api } from "../../../api/client.ts";
import { useAction } from "../../../api/use-action.ts";
import { invalidate } from "../../../api/use-data.ts";
import { readTypedCode } from "../../../i18n/typed-code.ts";
import { words } from "../../../i18n/words.ts";
import { CodeField } from "../../../identity/code-field.tsx";
import { FormFailure } from "../../../identity/form-failure.tsx";
import { TOTP_DIGITS } from "../../../identity/proof.ts";
import { withStepUp } from "../../../pay/with-step-up.ts";
import { Button } from "../../../ui/button.tsx";
import { Copy } from "../../../ui/copy.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { PasswordForm } from "./password-form.tsx";

const t = words({
  en: {
    title: "Set up an authenticator app",
    why: "The app on your phone shows a new code every 30 seconds. Nobody gets in without it.",
    next: "Continue",
    scan: "Scan this with the app, then enter its code.",
    image: "QR code for the authenticator app",
    secret: "Cannot scan it? Enter this key in the app:",
    key: "the key",
    code: "Code from the app",
    form: "Enter the six digits that the app shows",
    wrong: "This code is wrong. Check your phone’s clock, and enter the next one.",
    confirm: "Turn on",
    cancel: "Cancel",
  },
  ar: {
    title: "إعداد تطبيق المصادقة",
    why: "يعرض التطبيق في هاتفك رمزًا جديدًا كل 30 ثانية، ولا يدخل أحد من دونه.",
    next: "متابعة",
    scan: "امسح هذا بالتطبيق ثم أدخل رمزه.",
    image: "رمز \u2066QR\u2069 لتطبيق المصادقة",
    secret: "لا يمكنك المسح؟ أدخل هذا المفتاح في التطبيق:",
    key: "المفتاح",
    code: "الرمز من التطبيق",
    form: "أدخل الأرقام الستة الظاهرة في التطبيق",
    wrong: "الرمز خاطئ. تحقّق من ساعة هاتفك وأدخل الرمز التالي.",
    confirm: "تفعيل",
    cancel: "إلغاء",
  },
});

type Enrolment = components["schemas"]["TotpEnrolment"];

interface SetUpTotpProps {
  readonly onClose: () => void;
  /** With recovery codes if it is the first factor. */
  readonly onDone: (codes: readonly string[] | null) => void;
}

/** Enrols an authenticator app: the password, the QR code, and a code of the app. */
export function SetUpTotp({ onClose, onDone }: SetUpTotpProps) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const action = useAction();
  const begin = (password: string) =>
    void action.run(
      () => withStepUp(() => api.POST("/v1/factors/totp", { body: { password } })),
      setEnrolment,
    );
  return (
    <Dialog title={t().title} onClose={onClose}>
      {enrolment ? (
        <Confirm enrolment={enrolment} onDone={onDone} />
      ) : (
        <>
          <p class="quiet">{t().why}</p>
          <PasswordForm action={action} submit={t().next} onPassword={begin} />
        </>
      )}
      <Button kind="quiet" onClick={onClose}>
        {t().cancel}
      </Button>
    </Dialog>
  );
}

interface ConfirmProps {
  readonly enrolment: Enrolment;
  readonly onDone: SetUpTotpProps["onDone"];
}

function Confirm({ enrolment, onDone }: ConfirmProps) {
  const [typed, setTyped] = useState("");
  const [isMisshapen, setMisshapen] = useState(false);
  const action = useAction();
  const submit = (event: Event) => {
    event.preventDefault();
    const code = readTypedCode(typed, TOTP_DIGITS);
    setMisshapen(code === null);
    if (code === null) return;
    void action.run(
      () => withStepUp(() => api.POST("/v1/factors/totp/confirm", { body: { code } })),
      ({ recovery_codes: codes }) => {
        invalidate("factors");
        onDone(codes);
      },
    );
  };
  const isWrong = codeOf(action.failure) === "second_factor_wrong";
  return (
    <form class="form" onSubmit={submit} noValidate>
      <p>{t().scan}</p>
      <img class="qr" src={imageOf(enrolment.qr_svg)} alt={t().image} />
      <div class="small quiet">
        <p>{t().secret}</p>
        <Copy text={enrolment.secret} label={t().key} />
      </div>
      <CodeField
        label={t().code}
        value={typed}
        onValue={(value) => {
          setTyped(value);
          setMisshapen(false);
        }}
        error={isMisshapen ? t().form : isWrong ? t().wrong : null}
      />
      <FormFailure failure={action.failure} except={["second_factor_wrong"]} />
      <Button kind="main" type="submit" isBusy={action.isBusy}>
        {t().confirm}
      </Button>
    </form>
  );
}

/** As an image it can run nothing, whatever is in it. */
function imageOf(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
