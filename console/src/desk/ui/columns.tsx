import type { Sign } from "../../i18n/amount.ts";
import { Amount } from "../../ui/amount.tsx";
import type { Column } from "./table.tsx";

interface Sum {
  readonly amount: string;
  readonly currency: string;
}

/** The column of a sum, with its currency. */
export function amountColumn<T extends Sum>(
  title: string,
  look: { readonly sign?: Sign } = {},
): Column<T> {
  return {
    title,
    isEnd: true,
    cell: ({ amount, currency }) => <Amount value={amount} currency={currency} {...look} />,
  };
}

interface ActColumn<T> {
  /** Names the column to screen readers. */
  readonly title: string;
  readonly verb: string;
  readonly onAct: (row: T) => void;
}

/** The column of the one act that each row offers. */
export function actColumn<T>({ title, verb, onAct }: ActColumn<T>): Column<T> {
  return {
    title,
    isTitleHidden: true,
    isEnd: true,
    cell: (row) => (
      <span class="row-acts">
        <button type="button" onClick={() => onAct(row)}>
          {verb}
        </button>
      </span>
    ),
  };
}
