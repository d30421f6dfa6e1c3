import { words } from "../i18n/words.ts";
import { LinkButton } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Page } from "../ui/page.tsx";

const t = words({
  en: {
    title: "Page not found",
    text: "The address may be wrong, or the page is gone.",
    home: "Go to the home page",
  },
  ar: {
    title: "الصفحة غير موجودة",
    text: "قد يكون العنوان خاطئًا، أو لم تعد الصفحة موجودة.",
    home: "إلى الصفحة الرئيسية",
  },
});

export function NotFoundPage() {
  return (
    <Page title={t().title} isTitleHidden>
      <Empty
        title={t().title}
        action={
          <LinkButton href="/" kind="plain">
            {t().home}
          </LinkButton>
        }
      >
        {t().text}
      </Empty>
    </Page>
  );
}
