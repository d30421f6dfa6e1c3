import { words } from "../../i18n/words.ts";
import { Empty } from "../../ui/empty.tsx";
import { Page } from "../../ui/page.tsx";
import { FindForm } from "./find-form.tsx";

const t = words({
  en: {
    title: "People",
    nobody: "Nobody is chosen",
    text: "There is no list of people to browse. Find one by phone number or id; You have 200 look-ups, and one more every seven minutes.",
  },
  ar: {
    title: "الأشخاص",
    nobody: "لم تختر أحدًا",
    text: "لا توجد قائمة لتصفح الأشخاص. ابحث برقم الهاتف أو المعرّف؛ لك 200 عملية بحث، وتُضاف واحدة كل سبع دقائق.",
  },
});

/** Where a person is found. */
export function PeoplePage() {
  return (
    <Page title={t().title}>
      <FindForm />
      <Empty title={t().nobody}>{t().text}</Empty>
    </Page>
  );
}
