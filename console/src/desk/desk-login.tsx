import { words } from "../i18n/words.ts";
import { LoginPage } from "../login/login-page.tsx";
import { Tag } from "../ui/tag.tsx";

const t = words({ en: { desk: "Operators’ desk" }, ar: { desk: "لوحة المشغّلين" } });

/** The login of the console, at the addresses of the desk. */
export function DeskLogin() {
  return (
    <>
      <p class="desk-sign">
        <Tag>{t().desk}</Tag>
      </p>
      <LoginPage />
    </>
  );
}
