import "../styles/identity.css";
import type { LoggedIn } from "@mahfaza/client";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { enterSession, sessionState } from "../api/session.ts";
import { setSharedComputer } from "../device/storage.ts";
import { words } from "../i18n/words.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Goodbye, hasDeletedAccount } from "./goodbye.tsx";
import { PasswordStep } from "./password-step.tsx";
import { SecondStep } from "./second-step.tsx";
import { usePendingLogin } from "./use-pending-login.ts";

const t = words({
  en: {
    title: "Log in",
    second: "Confirm that it is you",
    ended: "Your login has ended",
    endedText: "Log in again to go back to where you were.",
    asked: "Log in to see this page.",
    late: "This took too long",
    lateText: "You have five minutes for the second step. Log in again.",
  },
  ar: {
    title: "تسجيل الدخول",
    second: "أكّد هويتك",
    ended: "انتهت جلستك",
    endedText: "سجّل الدخول من جديد لتعود إلى حيث كنت.",
    asked: "سجّل الدخول لعرض هذه الصفحة.",
    late: "استغرق الأمر وقتًا طويلًا",
    lateText: "مدة الخطوة الثانية خمس دقائق. سجّل الدخول من جديد.",
  },
});

/** A login. It is shown at the address of the page that was asked, and leaves that address as it is. */
export function LoginPage() {
  const { challenge, isLate, begin, end } = usePendingLogin();
  const [isShared, setShared] = useState(false);
  const enter = ({ user }: LoggedIn) => {
    end();
    setSharedComputer(isShared);
    enterSession(user);
  };
  if (hasDeletedAccount.value) return <Goodbye />;
  return (
    <Page title={challenge ? t().second : t().title}>
      {challenge ? (
        <SecondStep
          challenge={challenge}
          isShared={isShared}
          onEnter={enter}
          onLate={() => end(true)}
          onGiveUp={() => end()}
        />
      ) : (
        <>
          <WhyHere isLate={isLate} />
          <PasswordStep
            isShared={isShared}
            onShared={setShared}
            onEnter={enter}
            // A browser gives a closed tab back with what it kept: not on a shared computer.
            onSecondFactor={(asked) => begin(asked, !isShared)}
          />
        </>
      )}
    </Page>
  );
}

/** Why the login is shown, when the person has not asked for it. */
function WhyHere({ isLate }: { readonly isLate: boolean }) {
  const { path } = useLocation();
  if (isLate) {
    return (
      <Notice kind="warn" title={t().late}>
        {t().lateText}
      </Notice>
    );
  }
  if (sessionState.value === "ended") {
    return (
      <Notice kind="info" title={t().ended}>
        {t().endedText}
      </Notice>
    );
  }
  return path === "/login" || path === "/" ? null : <Notice kind="info">{t().asked}</Notice>;
}
