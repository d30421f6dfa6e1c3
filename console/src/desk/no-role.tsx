import { logOut, me } from "../api/session.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Page } from "../ui/page.tsx";

const t = words({
  en: {
    title: "The desk is for operators",
    who: "You are logged in as",
    text: "Your account has no role here. An admin can give you one once you have a second factor; then log in again.",
    wallet: "Go to your wallet",
    other: "Log out and use another account",
  },
  ar: {
    title: "هذه اللوحة للمشغّلين",
    who: "سجّلت الدخول باسم",
    text: "ليس لحسابك دور هنا. يستطيع مدير أن يمنحك دورًا بعد إضافة عامل تحقق ثانٍ، ثم سجّل الدخول من جديد.",
    wallet: "إلى محفظتك",
    other: "تسجيل الخروج واستخدام حساب آخر",
  },
});

/** For somebody who is logged in and is no operator. */
export function NoRole() {
  return (
    <Page title={t().title}>
      <div class="card stack">
        <span class="row-icon row-icon-wait">
          <Icon name="lock" />
        </span>
        <p>
          {t().who} <bdi dir="auto">{me.value?.username}</bdi>.
        </p>
        <p class="quiet">{t().text}</p>
        <a class="button button-main" href="/">
          {t().wallet}
        </a>
        <Button kind="quiet" onClick={() => void logOut()}>
          {t().other}
        </Button>
      </div>
    </Page>
  );
}
