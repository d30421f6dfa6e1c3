// The picture of the results: throughput and tail latency over connections, as one SVG.
import { type Line, linesOf, markerAt, pgbenchBest, strokeOf } from "./plot-lines.ts";
import { drawPanel, escapeXml, INK, type Panel } from "./plot-panel.ts";
import type { Summary } from "./summary.ts";

const WIDTH = 1120;
const HEIGHT = 556;
const TITLE = "Transfers: throughput and tail latency over connections";
const NUMBER = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

const FRAME = { top: 108, width: 440, height: 320 };

function panelsOf(summaries: readonly Summary[]): readonly Panel[] {
  const best = pgbenchBest(summaries);
  return [
    {
      ...FRAME,
      left: 90,
      title: "Throughput (higher is better)",
      axis: "transfers per second (log scale)",
      spreadOf: ({ perSecond }) => perSecond,
      reference: best
        ? { value: best, label: `pgbench, interactive: ${NUMBER.format(best)}` }
        : null,
    },
    {
      ...FRAME,
      left: 650,
      title: "p99 latency (lower is better)",
      axis: "milliseconds (log scale)",
      spreadOf: ({ latency: { p99 } }) => (p99 ? { median: p99, min: p99, max: p99 } : null),
      reference: null,
    },
  ];
}

const LEGEND = { left: 90, top: 502, columnWidth: 250, rowHeight: 26, columns: 4 };

function legendOf(lines: readonly Line[]): string[] {
  return lines.map(({ look }, index) => {
    const x = LEGEND.left + (index % LEGEND.columns) * LEGEND.columnWidth;
    const y = LEGEND.top + Math.floor(index / LEGEND.columns) * LEGEND.rowHeight;
    return `<path d="M${x} ${y}h40" ${strokeOf(look)}/>${markerAt(look, x + 20, y)}
<text x="${x + 50}" y="${y + 4}">${escapeXml(look.label)}</text>`;
  });
}

function describe(lines: readonly Line[]): string {
  const ends = lines.flatMap(({ look, points }) => {
    const last = points.at(-1);
    if (!last) return [];
    const speed = NUMBER.format(last.perSecond.median);
    return [`${look.label} ${speed} per second with ${last.connections} connections`];
  });
  return `Medians over rounds; whiskers from the slowest round to the fastest. ${ends.join("; ")}.`;
}

/** An SVG document with a white background, so that it is readable on light and dark pages. */
export function throughputPlot(summaries: readonly Summary[]): string {
  const lines = linesOf(summaries);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc" font-family="system-ui, 'DejaVu Sans', Arial, sans-serif" font-size="13" fill="${INK}">
<title id="title">${escapeXml(TITLE)}</title>
<desc id="desc">${escapeXml(describe(lines))}</desc>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${LEGEND.left}" y="36" font-size="19" font-weight="bold">${escapeXml(TITLE)}</text>
<text x="${LEGEND.left}" y="58">Between random wallets, except for the lines of one hot payer. Medians over rounds; whiskers are the slowest and the fastest round.</text>
${panelsOf(summaries)
  .map((panel) => drawPanel(panel, lines))
  .join("\n")}
${legendOf(lines).join("\n")}
</svg>
`;
}
