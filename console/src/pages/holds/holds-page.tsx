import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Holds" }, ar: { title: "الحجوزات" } });

export function HoldsPage() {
  return <Page title={t().title}>{null}</Page>;
}
