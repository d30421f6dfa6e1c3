import { signal } from "@preact/signals";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { Star } from "../ui/logo.tsx";
import { Page } from "../ui/page.tsx";

const t = words({
  en: {
    title: "Your account is deleted",
    text: "You are logged out everywhere, and your name and contacts are erased.",
    start: "Go to the home page",
  },
  ar: {
    title: "حُذف حسابك",
    text: "سُجّل خروجك من كل مكان، ومُحي اسمك وبيانات اتصالك. رافقتك السلامة.",
    start: "إلى الصفحة الرئيسية",
  },
});

/** Whether the account of this page was just deleted. */
export const hasDeletedAccount = signal(false);

/** The last page of an account. */
export function Goodbye() {
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
        <Button
          onClick={() => {
            hasDeletedAccount.value = false;
            location.replace("/");
          }}
        >
          {t().start}
        </Button>
      </div>
    </Page>
  );
}
