import type { ComponentChildren } from "preact";

export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => ComponentChildren;
  /** A figure: at the end of its column. */
  readonly isEnd?: boolean;
  /** The title is for screen readers alone: a column of buttons. */
  readonly isTitleHidden?: boolean;
}

interface TableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
}

/** A dense table; on a phone each row is a block of its own, with the titles beside the values. */
export function Table<T>({ caption, columns, rows, keyOf }: TableProps<T>) {
  return (
    <div class="table-box">
      <table class="desk-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isEnd, isTitleHidden }) => (
              <th key={title} scope="col" class={isEnd ? "end" : undefined}>
                <span class={isTitleHidden ? "visually-hidden" : undefined}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ title, cell, isEnd, isTitleHidden }) => (
                <td
                  key={title}
                  class={isEnd ? "end" : undefined}
                  data-title={isTitleHidden ? "" : title}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
