import { words } from "../i18n/words.ts";

const t = words({ en: { loading: "Loading" }, ar: { loading: "جارٍ التحميل" } });

interface SkeletonProps {
  /** The form of what comes. */
  readonly form: "rows" | "card" | "details" | "wallets" | "chart";
  readonly count?: number;
}

/** The shape of what is being loaded. It appears after a moment, so that a quick answer shows none. */
export function Skeleton({ form, count = 3 }: SkeletonProps) {
  return (
    <div class={`skeleton skeleton-${form}`} role="status">
      <span class="visually-hidden">{t().loading}</span>
      {Array.from({ length: count }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  );
}
