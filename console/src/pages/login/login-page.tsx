import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Log in" }, ar: { title: "تسجيل الدخول" } });

export function LoginPage() {
  return <Page title={t().title}>{null}</Page>;
}
