type Row = readonly string[];

/**
 * A table in Markdown, readable in the terminal. The columns of `right` are aligned right; by default all but the
 * first.
 */
export function textTable(
  head: Row,
  rows: readonly Row[],
  right: ReadonlySet<number> = new Set(head.map((_, i) => i).slice(1)),
): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: Row) =>
    `| ${cells
      .map((cell, column) =>
        right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join(" | ")} |`;
  const rule = widths.map(
    (width, column) => "-".repeat(width - 1) + (right.has(column) ? ":" : "-"),
  );
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}
