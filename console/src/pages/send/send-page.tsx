import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Send money" }, ar: { title: "إرسال مال" } });

export function SendPage() {
  return <Page title={t().title}>{null}</Page>;
}
