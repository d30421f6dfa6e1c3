import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Limits" }, ar: { title: "الحدود" } });

export function LimitsPage() {
  return <Page title={t().title}>{null}</Page>;
}
