import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Delete the account" }, ar: { title: "حذف الحساب" } });

export function DeletePage() {
  return <Page title={t().title}>{null}</Page>;
}
