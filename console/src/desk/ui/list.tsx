import type { ComponentChildren } from "preact";
import { words } from "../../i18n/words.ts";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { Pages } from "../use-pages.ts";
import { DeskFailure } from "./desk-failure.tsx";
import { Nothing } from "./nothing.tsx";
import { WhenProven } from "./when-proven.tsx";

const t = words({ en: { more: "Show more" }, ar: { more: "عرض المزيد" } });

interface ListProps<T> {
  readonly of: Pages<T>;
  /** What the list will hold, while it has nothing. */
  readonly empty: { readonly title: string; readonly text: string };
  readonly children: (items: readonly T[]) => ComponentChildren;
}

/** A list that is read page by page, with its empty and failed states. */
export function List<T>({ of, empty, children }: ListProps<T>) {
  return (
    <WhenProven of={of.first} loading={<Skeleton form="rows" count={5} />}>
      {() =>
        of.items.length === 0 ? (
          <Nothing title={empty.title} text={empty.text} />
        ) : (
          <div class="stack">
            {children(of.items)}
            {of.moreFailure && <DeskFailure failure={of.moreFailure} onAgain={of.loadMore} />}
            {of.hasMore && !of.moreFailure && (
              <div class="centered">
                <Button isBusy={of.isLoadingMore} onClick={of.loadMore}>
                  {t().more}
                </Button>
              </div>
            )}
          </div>
        )
      }
    </WhenProven>
  );
}
