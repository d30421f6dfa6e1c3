import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Withdraw" }, ar: { title: "سحب" } });

export function WithdrawPage() {
  return <Page title={t().title}>{null}</Page>;
}
