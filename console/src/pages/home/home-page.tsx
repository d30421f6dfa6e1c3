import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Home" }, ar: { title: "الرئيسية" } });

export function HomePage() {
  return <Page title={t().title}>{null}</Page>;
}
