import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "History" }, ar: { title: "السجل" } });

export function HistoryPage() {
  return <Page title={t().title}>{null}</Page>;
}
