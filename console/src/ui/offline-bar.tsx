import { signal } from "@preact/signals";
import { words } from "../i18n/words.ts";

const t = words({
  en: { offline: "You are offline. What you see may be out of date." },
  ar: { offline: "أنت غير متصل. قد تكون هذه المعلومات قديمة." },
});

const isOnline = signal(navigator.onLine);
for (const event of ["online", "offline"]) {
  addEventListener(event, () => {
    isOnline.value = navigator.onLine;
  });
}

/** Says that the device has no network. */
export function OfflineBar() {
  return isOnline.value ? null : (
    <p class="offline" role="status">
      {t().offline}
    </p>
  );
}
