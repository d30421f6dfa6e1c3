import { useState } from "preact/hooks";
import { words } from "../i18n/words.ts";
import { Amount } from "../ui/amount.tsx";
import { Time } from "../ui/time.tsx";
import type { BalancePoint } from "./steps.ts";

const t = words({
  en: {
    show: "Values as a table",
    when: "From",
    balance: "Balance",
    cut: "There are many changes. Each line is the last change of its period.",
  },
  ar: {
    show: "القيم في جدول",
    when: "منذ",
    balance: "الرصيد",
    cut: "التغيّرات كثيرة. كل سطر هو آخر تغيّر في فترته.",
  },
});

interface ChartTableProps {
  readonly points: readonly BalancePoint[];
  readonly currency: string;
  readonly isExact: boolean;
}

/** The values of a chart, the latest first. Its rows are made when it is opened. */
export function ChartTable({ points, currency, isExact }: ChartTableProps) {
  const [isOpen, setOpen] = useState(false);
  // The last point is only where the line ends: no change is there.
  const changes = points.slice(0, -1).reverse();
  return (
    <details class="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t().show}</summary>
      {isOpen && !isExact && <p class="field-note">{t().cut}</p>}
      {isOpen && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t().when}</th>
              <th scope="col" class="end">
                {t().balance}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ at, balance }) => (
              <tr key={at}>
                <td>
                  <Time at={at} />
                </td>
                <td class="end">
                  <Amount value={balance} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
