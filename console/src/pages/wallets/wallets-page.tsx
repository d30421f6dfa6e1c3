import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Wallets" }, ar: { title: "المحافظ" } });

export function WalletsPage() {
  return <Page title={t().title}>{null}</Page>;
}
