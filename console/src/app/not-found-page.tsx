import { words } from "../i18n/words.ts";
import { LinkButton } from "../ui/button.tsx";
import { Empty } from "../ui/empty.tsx";
import { Page } from "../ui/page.tsx";

const t = words({
  en: {
    title: "No such page",
    text: "The address may be wrong, or what it showed is gone.",
    home: "Go to the start",
  },
  ar: {
    title: "لا توجد هذه الصفحة",
    text: "قد يكون العنوان خاطئًا، أو أن ما كان فيها لم يعد موجودًا.",
    home: "اذهب إلى البداية",
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
