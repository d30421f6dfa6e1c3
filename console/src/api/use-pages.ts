import { useState } from "preact/hooks";
import { answerOf, type Failure } from "./answer.ts";
import { type AnsweredPage, type Read, withFreshPage, withNextPage } from "./pages.ts";
import { keepData, keptData, type Loaded, useData } from "./use-data.ts";

interface Answered<T> {
  readonly data?: AnsweredPage<T> | undefined;
  readonly error?: unknown;
}

interface PagesParts<T> {
  /** Asks for the page at a cursor; null: the first. */
  readonly load: (cursor: string | null) => Promise<Answered<T>>;
  readonly idOf: (item: T) => string;
}

export interface Pages<T> {
  readonly loaded: Loaded<Read<T>>;
  /** Asks for the next page; does nothing while it is asked for, and at the end of the list. */
  readonly more: () => void;
  readonly isLoadingMore: boolean;
  readonly moreFailure: Failure | null;
}

/**
 * A list that grows page by page. It stays in memory under its key, so that a person who comes back
 * to it finds it as long as it was; its first page is read again then.
 */
export function usePages<T>(key: string, { load, idOf }: PagesParts<T>): Pages<T> {
  const [asked, setAsked] = useState<string | null>(null);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);
  const loaded = useData<Read<T>>(key, async () => {
    const { data, error } = await load(null);
    return data ? { data: withFreshPage(keptData<Read<T>>(key), data, idOf) } : { error };
  });

  const more = async (next: string) => {
    setAsked(key);
    setMoreFailure(null);
    const { data, failure } = await answerOf(load(next));
    setAsked(null);
    setMoreFailure(failure);
    const before = keptData<Read<T>>(key);
    // The first page may have been read again meanwhile, and the list started again.
    if (data && before?.next === next) keepData(key, withNextPage(before, data));
  };

  return {
    loaded,
    more: () => {
      const next = loaded.data?.next;
      if (next && asked !== key) void more(next);
    },
    isLoadingMore: asked === key,
    moreFailure,
  };
}
