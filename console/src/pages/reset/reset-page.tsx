import "../../styles/identity.css";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { words } from "../../i18n/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { AskReset } from "./ask-reset.tsx";
import { NewPassword } from "./new-password.tsx";

const t = words({
  en: {
    title: "Set a new password",
    done: "Your password is changed",
    doneText: "All your logins have ended. Log in with the new password.",
    logIn: "Log in",
    back: "Back to the login",
  },
  ar: {
    title: "تعيين كلمة مرور جديدة",
    done: "تغيّرت كلمة المرور",
    doneText: "انتهت كل الجلسات. سجّل الدخول بكلمة المرور الجديدة.",
    logIn: "تسجيل الدخول",
    back: "الرجوع إلى تسجيل الدخول",
  },
});

type Step =
  | { readonly kind: "ask" }
  | { readonly kind: "code"; readonly to: string; readonly token: string }
  | { readonly kind: "done" };

/** A new password by a code, for somebody who has a verified phone or e-mail address. */
export function ResetPage() {
  const [step, setStep] = useState<Step>({ kind: "ask" });
  const { route } = useLocation();
  return (
    <Page title={t().title}>
      {step.kind === "ask" && (
        <AskReset onAsked={(to, token) => setStep({ kind: "code", to, token })} />
      )}
      {step.kind === "code" && (
        <NewPassword
          to={step.to}
          token={step.token}
          onToken={(token) => setStep({ ...step, token })}
          onDone={() => setStep({ kind: "done" })}
          onOther={() => setStep({ kind: "ask" })}
        />
      )}
      {step.kind === "done" ? (
        <div class="form">
          <Notice kind="good" title={t().done}>
            {t().doneText}
          </Notice>
          <button type="button" class="button button-main" onClick={() => route("/login")}>
            {t().logIn}
          </button>
        </div>
      ) : (
        <LinkButton href="/login" kind="quiet">
          {t().back}
        </LinkButton>
      )}
    </Page>
  );
}
