import { useState } from "preact/hooks";
import type { Failure } from "../api/answer.ts";
import type { AnsweredPage } from "../api/pages.ts";
import type { Loaded } from "../api/use-data.ts";
import { act, useProven } from "./proven.ts";

type LoadPage<T> = (page: {
  readonly cursor?: string;
}) => Promise<{ readonly data?: AnsweredPage<T> | undefined; readonly error?: unknown }>;

interface Later<T> {
  /** The first page that these follow; after a reload they follow nothing. */
  readonly of: AnsweredPage<T> | null;
  readonly items: readonly T[];
  readonly cursor: string | null;
  readonly isLoading: boolean;
  readonly failure: Failure | null;
}

export interface Pages<T> {
  /** The first page, as it loads. */
  readonly first: Loaded<AnsweredPage<T>>;
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly moreFailure: Failure | null;
  readonly loadMore: () => void;
}

/**
 * A list of the API: its first page, and the next one each time an operator asks for more. A reload
 * drops the later pages, unlike in a person's lists: an act can have taken any of their items away.
 */
export function usePages<T>(key: string, load: LoadPage<T>): Pages<T> {
  const first = useProven<AnsweredPage<T>>(key, () => load({}));
  const nothing: Later<T> = {
    of: first.data,
    items: [],
    cursor: first.data?.next_cursor ?? null,
    isLoading: false,
    failure: null,
  };
  const [kept, setLater] = useState<Later<T>>(nothing);
  const later = kept.of === first.data ? kept : nothing;
  const loadMore = async () => {
    const { cursor } = later;
    if (cursor === null || later.isLoading) return;
    setLater({ ...later, isLoading: true, failure: null });
    const { data, failure } = await act(() => load({ cursor }));
    if (failure) setLater({ ...later, isLoading: false, failure });
    else {
      const items = [...later.items, ...data.data];
      setLater({ ...later, items, cursor: data.next_cursor, isLoading: false });
    }
  };
  return {
    first,
    items: [...(first.data?.data ?? []), ...later.items],
    hasMore: later.cursor !== null,
    isLoadingMore: later.isLoading,
    moreFailure: later.failure,
    loadMore: () => void loadMore(),
  };
}
