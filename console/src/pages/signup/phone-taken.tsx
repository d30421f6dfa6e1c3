import { words } from "../../i18n/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";

const t = words({
  en: {
    title: "This number already has a wallet",
    text: "Nothing was changed. If it is yours, log in, or set a new password with a code.",
    logIn: "Log in",
    reset: "Set a new password",
    claim: "It is my number, and I never opened a wallet",
  },
  ar: {
    title: "لهذا الرقم محفظة بالفعل",
    text: "لم يتغيّر شيء. إن كانت لك، فسجّل الدخول أو عيّن كلمة مرور جديدة برمز.",
    logIn: "تسجيل الدخول",
    reset: "تعيين كلمة مرور جديدة",
    claim: "الرقم لي ولم أفتح محفظة قط",
  },
});

/** The ways on for somebody whose phone is registered. */
export function PhoneTaken({ onClaim }: { readonly onClaim: () => void }) {
  return (
    <div class="stack">
      <Notice kind="bad" title={t().title}>
        {t().text}
      </Notice>
      <div class="ways">
        <LinkButton href="/login">{t().logIn}</LinkButton>
        <LinkButton href="/reset">{t().reset}</LinkButton>
        <Button onClick={onClaim}>{t().claim}</Button>
      </div>
    </div>
  );
}
