import "../../styles/identity.css";
import { lazy } from "preact-iso";
import { sessionState } from "../../api/session.ts";
import { words } from "../../i18n/words.ts";
import { Goodbye, hasDeletedAccount } from "../../login/goodbye.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { Star } from "../../ui/logo.tsx";
import { Page } from "../../ui/page.tsx";

const t = words({
  en: {
    title: "A wallet for every currency you live with",
    text: "Keep rials, dollars and riyals side by side. Send money by phone number, in seconds.",
    open: "Open a wallet",
    logIn: "Log in",
    free: "It takes a minute, and costs nothing.",
  },
  ar: {
    title: "محفظة لكل عملة في حياتك",
    text: "احفظ الريال اليمني والدولار والريال السعودي معًا، وأرسل المال برقم الهاتف في ثوانٍ.",
    open: "فتح محفظة",
    logIn: "تسجيل الدخول",
    free: "في دقيقة واحدة، ومن دون رسوم.",
  },
});

const LoginPage = lazy(async () => (await import("../../login/login-page.tsx")).LoginPage);

/** What this is, and the two things to do. After the end of a session it asks for a login. */
export function WelcomePage() {
  if (hasDeletedAccount.value) return <Goodbye />;
  if (sessionState.value === "ended") return <LoginPage />;
  return (
    <Page title={t().title} isTitleHidden>
      <div class="start">
        <Star />
        <div class="stack">
          <p class="start-title" aria-hidden="true">
            {t().title}
          </p>
          <p>{t().text}</p>
        </div>
        <div class="ways">
          <LinkButton href="/signup" kind="main">
            {t().open}
          </LinkButton>
          <LinkButton href="/login">{t().logIn}</LinkButton>
          <p class="small">{t().free}</p>
        </div>
      </div>
    </Page>
  );
}
