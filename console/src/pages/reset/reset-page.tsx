import "../../styles/identity.css";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { words } from "../../i18n/words.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { AskReset } from "./ask-reset.tsx";
import {
  type AskedReset,
  forgetAskedReset,
  keepAskedReset,
  readAskedReset,
} from "./asked-reset.ts";
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
  | { readonly kind: "code"; readonly asked: AskedReset }
  | { readonly kind: "done" };

/** After a reload the form for the code comes back. */
function firstStep(): Step {
  const asked = readAskedReset(sessionStorage, Date.now());
  return asked ? { kind: "code", asked } : { kind: "ask" };
}

/** A new password by a code, for somebody who has a verified phone or e-mail address. */
export function ResetPage() {
  const [step, setStep] = useState<Step>(firstStep);
  const { route } = useLocation();
  const ask = (asked: AskedReset) => {
    keepAskedReset(sessionStorage, asked);
    setStep({ kind: "code", asked });
  };
  const leave = (kind: "ask" | "done") => {
    forgetAskedReset(sessionStorage);
    setStep({ kind });
  };
  // Another page was opened. A reload does not come here.
  useEffect(() => () => forgetAskedReset(sessionStorage), []);
  return (
    <Page title={t().title}>
      {step.kind === "ask" && <AskReset onAsked={ask} />}
      {step.kind === "code" && (
        <NewPassword
          asked={step.asked}
          onAsked={ask}
          onDone={() => leave("done")}
          onOther={() => leave("ask")}
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
