import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "You are offline" }, ar: { title: "أنت غير متصل" } });

export function OfflinePage() {
  return <Page title={t().title}>{null}</Page>;
}
