import { useEffect, useState } from "preact/hooks";
import { resumeSession } from "../../api/session.ts";
import { hasUnfinished } from "../../device/kept-data.ts";
import { userId } from "../../device/session-mark.ts";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { keptBalances, OldBalances } from "../../wallets/old-balances.tsx";

const t = words({
  en: {
    title: "You are offline",
    text: "We cannot reach the service. Nothing can be sent or shown until you are connected.",
    silent: "Mahfaza does not answer",
    silentText: "You are connected, and the service does not answer as it should. Try again soon.",
    nothing: "No balances are saved on this device.",
    again: "Try again",
    unfinished: "What you sent last has no answer yet",
    unfinishedText: "We check it as soon as you are connected. Do not send it again.",
    checking: "We are checking it now. Do not send it again.",
  },
  ar: {
    title: "أنت غير متصل",
    text: "تعذّر الوصول إلى الخدمة. لا يمكن إرسال شيء أو عرضه قبل عودة الاتصال.",
    silent: "محفظة لا تستجيب",
    silentText: "أنت متصل، لكن الخدمة لا تستجيب كما ينبغي. أعد المحاولة بعد قليل.",
    nothing: "لا توجد أرصدة محفوظة على هذا الجهاز.",
    again: "إعادة المحاولة",
    unfinished: "لم يصل رد على آخر ما أرسلته",
    unfinishedText: "سنتحقق منه فور عودة الاتصال. لا ترسله مرة أخرى.",
    checking: "نتحقق منه الآن. لا ترسله مرة أخرى.",
  },
});

/** The page for a person with a session while the service cannot be reached. */
export function OfflinePage() {
  const [isTrying, setTrying] = useState(false);
  const again = async () => {
    setTrying(true);
    await resumeSession();
    setTrying(false);
  };
  useEffect(() => {
    const retry = () => void again();
    addEventListener("online", retry);
    return () => removeEventListener("online", retry);
  }, []);
  // What the browser knows: that there is no network at all.
  const isOffline = !navigator.onLine;
  const title = isOffline ? t().title : t().silent;
  return (
    <Page title={title} isTitleHidden>
      <Empty
        title={title}
        action={
          <Button kind="main" isBusy={isTrying} onClick={() => void again()}>
            {t().again}
          </Button>
        }
      >
        {isOffline ? t().text : t().silentText}
        {!keptBalances() && ` ${t().nothing}`}
      </Empty>
      {hasUnfinished(sessionStorage, userId() ?? "") && (
        <Notice kind="warn" title={t().unfinished}>
          {isTrying ? t().checking : t().unfinishedText}
        </Notice>
      )}
      <OldBalances />
    </Page>
  );
}
