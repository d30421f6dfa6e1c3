import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Icon } from "../../ui/icon.tsx";
import { type Filters, historyAddress } from "./filters.ts";
import { TransactionDetail } from "./transaction-detail.tsx";
import { historyWords as t } from "./words.ts";

interface SidePanelProps {
  readonly id: string;
  readonly filters: Filters;
}

/** Escape belongs to an open dialog, a menu or a field first. */
function closesPanel({ key, defaultPrevented, target }: KeyboardEvent): boolean {
  if (key !== "Escape" || defaultPrevented) return false;
  const isTaken = target instanceof Element && target.closest("dialog, input, select");
  return !isTaken && document.querySelector("dialog[open], [popover]:popover-open") === null;
}

/** One transaction beside the list, on a wide screen. */
export function SidePanel({ id, filters }: SidePanelProps) {
  const { route } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const closed = historyAddress(filters);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const close = (event: KeyboardEvent) => closesPanel(event) && route(closed);
    addEventListener("keydown", close);
    return () => removeEventListener("keydown", close);
  }, [closed]);
  return (
    <section class="side-panel" aria-label={t().details}>
      <div class="side-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {t().details}
        </h2>
        <a href={closed} class="icon-link no-print" aria-label={t().close}>
          <Icon name="cross" />
        </a>
      </div>
      <TransactionDetail id={id} />
    </section>
  );
}
