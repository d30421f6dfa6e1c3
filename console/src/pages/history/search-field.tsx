import { useEffect, useRef, useState } from "preact/hooks";
import { SEARCH_LENGTH_MAX } from "./filters.ts";
import { historyWords as t } from "./words.ts";

/** A pause in typing that begins a search. */
const PAUSE_MS = 350;

interface SearchFieldProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

/** A text to search the history for. The search begins after a pause in typing. */
export function SearchField({ q, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(q);
  const sent = useRef(q);
  const search = useRef(onSearch);
  search.current = onSearch;
  useEffect(() => {
    // The address has changed by itself: by "back", or because the filters were cleared.
    if (q === sent.current) return;
    sent.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (typed === sent.current) return;
    const pause = setTimeout(() => {
      sent.current = typed;
      search.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <search class="filter-search">
      <input
        type="search"
        aria-label={t().search}
        placeholder={t().search}
        value={typed}
        maxLength={SEARCH_LENGTH_MAX}
        autocomplete="off"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </search>
  );
}
