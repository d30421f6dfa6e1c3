import type { OutboxMessage } from "../outbox.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (raw: string) => raw.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);

/** The messages as a page, the newest first; it loads itself again. */
export function outboxPage(messages: readonly OutboxMessage[]): string {
  const rows = messages
    .toReversed()
    .map(({ to, kind, text }) => `<tr>${[to, kind, text].map(cell).join("")}</tr>`)
    .join("\n");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<title>Mahfaza outbox</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
td, th { padding: .5rem 1rem; text-align: start; border-bottom: 1px solid #dde5e4; }</style></head>
<body><h1>What this machine's Mahfaza wrote to people</h1>
<table><thead><tr><th>to</th><th>kind</th><th>text</th></tr></thead><tbody>
${rows}
</tbody></table></body></html>`;
}

const cell = (value: string) => `<td>${escaped(value)}</td>`;
