import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Wallet" }, ar: { title: "محفظة" } });

export function WalletPage() {
  return <Page title={t().title}>{null}</Page>;
}
