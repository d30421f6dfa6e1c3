import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Open a wallet" }, ar: { title: "افتح محفظة" } });

export function SignupPage() {
  return <Page title={t().title}>{null}</Page>;
}
