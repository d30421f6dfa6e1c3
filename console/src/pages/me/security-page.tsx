import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Security" }, ar: { title: "الأمان" } });

export function SecurityPage() {
  return <Page title={t().title}>{null}</Page>;
}
