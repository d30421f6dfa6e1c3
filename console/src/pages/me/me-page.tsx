import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Me" }, ar: { title: "حسابي" } });

export function MePage() {
  return <Page title={t().title}>{null}</Page>;
}
