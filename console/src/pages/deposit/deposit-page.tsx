import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Add money" }, ar: { title: "إيداع" } });

export function DepositPage() {
  return <Page title={t().title}>{null}</Page>;
}
