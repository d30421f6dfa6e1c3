import "../styles/pay.css";
import { plural, words } from "../i18n/words.ts";
import { Icon } from "../ui/icon.tsx";
import type { HeldQuote } from "./use-quote.ts";

const t = words({
  en: {
    asking: "Asking for a rate",
    holds: (seconds: number) =>
      plural(seconds, {
        one: "This rate holds for # second",
        other: "This rate holds for # seconds",
      }),
    over: "This rate has expired. Nothing was exchanged.",
  },
  ar: {
    asking: "جارٍ طلب السعر",
    holds: (seconds: number) =>
      plural(seconds, {
        one: "هذا السعر ثابت لمدة ثانية واحدة",
        two: "هذا السعر ثابت لمدة ثانيتين",
        few: "هذا السعر ثابت لمدة # ثوانٍ",
        other: "هذا السعر ثابت لمدة # ثانية",
      }),
    over: "انتهت مدة هذا السعر. لم يُصرف شيء.",
  },
});

/** How long a quote still holds. Only its end is announced, not each second. */
export function CountdownLine({ held: { state, seconds } }: { readonly held: HeldQuote }) {
  if (state.kind === "failed") return null;
  const isOver = state.kind === "held" && seconds === 0;
  const text = state.kind === "asking" ? t().asking : isOver ? t().over : t().holds(seconds);
  return (
    <div class={isOver ? "countdown countdown-over" : "countdown"}>
      <Icon name="clock" />
      <span role="timer">{text}</span>
      <span class="visually-hidden" role="status">
        {isOver ? t().over : ""}
      </span>
    </div>
  );
}
