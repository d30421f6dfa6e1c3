import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "New wallet" }, ar: { title: "محفظة جديدة" } });

export function OpenWalletPage() {
  return <Page title={t().title}>{null}</Page>;
}
