import { useEffect, useRef } from "preact/hooks";
import type { Pages } from "../api/use-pages.ts";
import { words } from "../i18n/words.ts";
import { Button } from "../ui/button.tsx";
import { FailureNotice } from "./failure-notice.tsx";

const t = words({
  en: { more: "Show more" },
  ar: { more: "عرض المزيد" },
});

/** How far below the screen the end of a list may be when its next page is asked for. */
const AHEAD = "600px";

/** The end of an endless list: it asks for the next page when it comes near, or by its button. */
export function MorePages({ pages }: { readonly pages: Pages<never> | Pages<unknown> }) {
  const end = useRef<HTMLDivElement>(null);
  const { loaded, more, isLoadingMore, moreFailure } = pages;
  const ask = useRef(more);
  ask.current = more;
  const next = loaded.data?.next ?? null;

  useEffect(() => {
    if (!end.current || next === null || moreFailure) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) ask.current();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [next, moreFailure]);

  if (next === null) return null;
  if (moreFailure) return <FailureNotice failure={moreFailure} onAgain={more} />;
  return (
    <div ref={end} class="more no-print">
      <Button isBusy={isLoadingMore} onClick={more}>
        {t().more}
      </Button>
    </div>
  );
}
