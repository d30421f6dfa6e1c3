import { useState } from "preact/hooks";
import { DRAFT_PREFIX } from "../device/kept-data.ts";
import { userId } from "../device/session-mark.ts";

/**
 * What was filled in, kept in this tab alone: a reload in the middle of a form loses nothing, and
 * two tabs have two forms. A log-out removes it.
 */
export function useDraft<D extends object>(
  name: string,
  start: () => D,
  isContinued: boolean,
): readonly [D, (change: Partial<D>) => void] {
  const place = `${DRAFT_PREFIX}${userId() ?? ""}:${name}`;
  const [draft, setDraft] = useState<D>(() =>
    isContinued ? { ...start(), ...kept(place) } : start(),
  );
  const change = (part: Partial<D>) => {
    setDraft((before) => {
      const next = { ...before, ...part };
      sessionStorage.setItem(place, JSON.stringify(next));
      return next;
    });
  };
  return [draft, change];
}

function kept(place: string): object {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    // Another version of the console wrote it.
    return {};
  }
}
