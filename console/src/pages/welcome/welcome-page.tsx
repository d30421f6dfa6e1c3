import { words } from "../../i18n/words.ts";
import { Page } from "../../ui/page.tsx";

const t = words({
  en: { title: "A wallet for every currency you live with" },
  ar: { title: "محفظة لكل عملة في حياتك" },
});

export function WelcomePage() {
  return <Page title={t().title}>{null}</Page>;
}
