import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Hold" }, ar: { title: "حجز" } });

export function HoldPage() {
  return <Page title={t().title}>{null}</Page>;
}
