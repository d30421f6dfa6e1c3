import "../styles/pay.css";
import { useEffect, useState } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Star } from "../ui/logo.tsx";
import type { AskedSum } from "./asked-sum.ts";
import { Sum } from "./sum.tsx";

const t = words({
  en: {
    sending: "Sending it now",
    resumed: "Checking what happened",
    slow: "This takes longer than usual. Stay on this page: it cannot happen twice.",
  },
  ar: {
    sending: "جارٍ الإرسال",
    resumed: "جارٍ التحقق من العملية",
    slow: "يستغرق ذلك وقتًا أطول من المعتاد. ابقَ في هذه الصفحة، فلن تُنفَّذ العملية مرتين.",
  },
});

const SLOW_AFTER_MS = 4_000;

interface SendingProps {
  readonly sum: AskedSum | null;
  readonly isResumed: boolean;
}

/** A payment that is under way, in place of its form: nothing can be changed or sent meanwhile. */
export function Sending({ sum, isResumed }: SendingProps) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="sending" role="status">
      <Star />
      {sum && <Sum {...sum} />}
      <p class="review-name">{isResumed ? t().resumed : t().sending}</p>
      {isSlow && <p class="quiet">{t().slow}</p>}
    </div>
  );
}
