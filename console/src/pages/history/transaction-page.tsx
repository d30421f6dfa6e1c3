import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Transaction" }, ar: { title: "عملية" } });

export function TransactionPage() {
  return <Page title={t().title}>{null}</Page>;
}
