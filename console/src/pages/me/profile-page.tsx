import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({ en: { title: "Profile" }, ar: { title: "الملف الشخصي" } });

export function ProfilePage() {
  return <Page title={t().title}>{null}</Page>;
}
