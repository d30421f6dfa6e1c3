// The lines of the plot, and the look of each.
import type { Server, Workload } from "../measurement.ts";
import type { Summary } from "./summary.ts";

export type Marker = "circle" | "square" | "triangle" | "diamond";

/** Shape and dash distinguish lines without colour; the colours are Okabe and Ito's. */
export interface Look {
  readonly label: string;
  readonly colour: string;
  readonly marker: Marker;
  readonly isDashed: boolean;
}

export interface Line {
  readonly look: Look;
  /** By connections, ascending. */
  readonly points: readonly Summary[];
}

type Shown = readonly [Server, Workload, Look];

const solid = (label: string, colour: string, marker: Marker): Look => ({
  label,
  colour,
  marker,
  isDashed: false,
});

const MAHFAZA = solid("mahfaza", "#0072b2", "circle");
const NODE = solid("node", "#d55e00", "square");

const SHOWN: readonly Shown[] = [
  ["mahfaza", "random", MAHFAZA],
  ["mahfaza-disk", "random", solid("mahfaza-disk", "#009e73", "diamond")],
  ["node", "random", NODE],
  ["workers-textbook", "random", solid("workers-textbook", "#b0578d", "triangle")],
  ["mahfaza", "hot-payer", { ...MAHFAZA, label: "mahfaza, hot payer", isDashed: true }],
  ["node", "hot-payer", { ...NODE, label: "node, hot payer", isDashed: true }],
];

/** The lines with at least one point, in the order of the legend. */
export function linesOf(summaries: readonly Summary[]): Line[] {
  return SHOWN.map(([server, workload, look]) => ({
    look,
    points: summaries
      .filter((summary) => summary.server === server && summary.workload === workload)
      .sort((a, b) => a.connections - b.connections),
  })).filter(({ points }) => points.length > 0);
}

/** Transfers per second of the database alone, at its fastest count of clients; null if not measured. */
export function pgbenchBest(summaries: readonly Summary[]): number | null {
  const speeds = summaries
    .filter(({ server, workload }) => server === "pgbench-interactive" && workload === "random")
    .map(({ perSecond }) => perSecond.median);
  return speeds.length > 0 ? Math.max(...speeds) : null;
}

/** `x` and `y` in pixels. A dashed line's markers are hollow. */
export function markerAt({ marker, colour, isDashed }: Look, x: number, y: number): string {
  const fill = `fill="${isDashed ? "#ffffff" : colour}" stroke="${colour}" stroke-width="1.5"`;
  const path = {
    square: "M-4 -4H4V4H-4Z",
    triangle: "M0 -5L5 4H-5Z",
    diamond: "M0 -5.5L5.5 0L0 5.5L-5.5 0Z",
    circle: "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1 -4.5 0Z",
  }[marker];
  return `<path d="${path}" transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" ${fill}/>`;
}

export function strokeOf({ colour, isDashed }: Look): string {
  return `fill="none" stroke="${colour}" stroke-width="2"${isDashed ? ' stroke-dasharray="6 4"' : ""}`;
}
