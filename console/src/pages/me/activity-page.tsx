import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Account activity" }, ar: { title: "نشاط الحساب" } });

export function ActivityPage() {
  return <Page title={t().title}>{null}</Page>;
}
