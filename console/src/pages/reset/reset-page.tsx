import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Forgotten password" }, ar: { title: "نسيت كلمة المرور" } });

export function ResetPage() {
  return <Page title={t().title}>{null}</Page>;
}
