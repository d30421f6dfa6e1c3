import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { logOut } from "../../api/session.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";

const t = words({
  en: { logOut: "Log out", text: "Nothing of the account stays on this device." },
  ar: { logOut: "تسجيل الخروج", text: "لن يبقى شيء من الحساب على هذا الجهاز." },
});

/** Ends this login. */
export function LogOut() {
  const { route } = useLocation();
  const [isBusy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await logOut();
    route("/", true);
  };
  return (
    <div class="stack-small">
      <Button isBusy={isBusy} onClick={() => void leave()}>
        {t().logOut}
      </Button>
      <p class="under-button">{t().text}</p>
    </div>
  );
}
