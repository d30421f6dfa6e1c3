import { words } from "../i18n/words.ts";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";

const t = words({
  en: {
    title: "Operators’ desk",
    text: "Log in with your password and your second factor.",
    ended: "Your session has ended. Log in again.",
    logIn: "Log in",
  },
  ar: {
    title: "لوحة المشغّلين",
    text: "سجّل الدخول بكلمة المرور والعامل الثاني.",
    ended: "انتهت جلستك. سجّل الدخول من جديد.",
    logIn: "تسجيل الدخول",
  },
});

/** The way in, for somebody without a session. */
export function DeskLogin({ hasEnded }: { readonly hasEnded: boolean }) {
  return (
    <Page title={t().title}>
      {hasEnded && <Notice kind="warn">{t().ended}</Notice>}
      <p class="quiet">{t().text}</p>
      <a class="button button-main" href="/login?return=/desk">
        {t().logIn}
      </a>
    </Page>
  );
}
