import { useEffect } from "preact/hooks";
import { invalidate } from "../../api/use-data.ts";

const EVERY_MS = 15_000;

/** Asks again while a provider has something to do and the page is seen. */
export function useFollowing(isOpen: boolean, reload: () => Promise<void>): void {
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => {
      if (!document.hidden) void reload();
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      // It has ended, or the page is left: the balance may have changed.
      invalidate("wallet", "transactions");
    };
  }, [isOpen]);
}
