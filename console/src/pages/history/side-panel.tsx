import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { type Filters, historyAddress } from "./filters.ts";
import { TransactionDetail } from "./transaction-detail.tsx";
import { historyWords as t } from "./words.ts";

interface SidePanelProps {
  readonly id: string;
  readonly filters: Filters;
}

/** One transaction beside the list, on a wide screen. */
export function SidePanel({ id, filters }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="side-panel" aria-label={t().details}>
      <div class="side-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {t().details}
        </h2>
        <a href={historyAddress(filters)} class="icon-link no-print" aria-label={t().close}>
          <Icon name="cross" />
        </a>
      </div>
      <TransactionDetail id={id} />
    </section>
  );
}
