import { words } from "../i18n/words.ts";
import { LinkButton } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Page } from "../ui/page.tsx";

const t = words({
  en: {
    title: "Page not found",
    text: "The address may be wrong, or the page is for another role.",
    home: "Go to the overview",
  },
  ar: {
    title: "الصفحة غير موجودة",
    text: "قد يكون العنوان خاطئًا، أو تكون الصفحة لدور آخر.",
    home: "إلى النظرة العامة",
  },
});

export function NoSuchDeskPage() {
  return (
    <Page title={t().title} isTitleHidden>
      <Empty title={t().title} action={<LinkButton href="/desk">{t().home}</LinkButton>}>
        {t().text}
      </Empty>
    </Page>
  );
}
