import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Reserve money" }, ar: { title: "حجز مبلغ" } });

export function PlaceHoldPage() {
  return <Page title={t().title}>{null}</Page>;
}
