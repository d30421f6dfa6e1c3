import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Exchange" }, ar: { title: "صرف" } });

export function ExchangePage() {
  return <Page title={t().title}>{null}</Page>;
}
