import { shareOf } from "../../ui/share.ts";
import { scaled } from "./typed-rate.ts";

/** A value from a moment on, until another. */
export interface Step {
  readonly value: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The grid on which a chart is drawn; the picture is stretched to its place. */
export const GRID = { width: 1000, height: 300 } as const;
const MARGIN = 20;

/**
 * A line of steps on the grid: flat while a value is in force, broken where none is. Times run from
 * left to right. The steps are in the order of time.
 */
export function stepPath(steps: readonly Step[]): string {
  const [first] = steps;
  if (!first) return "";
  const last = Math.max(...steps.map(({ untilMs }) => untilMs));
  const span = Math.max(last - first.fromMs, 1);
  const x = (ms: number) => Math.round(((ms - first.fromMs) / span) * GRID.width);
  const { min, max } = boundsOf(steps);
  const y = (value: string) => {
    const room = GRID.height - 2 * MARGIN;
    if (max === min) return GRID.height / 2;
    return GRID.height - MARGIN - shareOf(room, scaled(value) - min, max - min);
  };
  let path = "";
  let end: number | null = null;
  for (const { value, fromMs, untilMs } of steps) {
    path += end === fromMs ? `V${y(value)}` : `M${x(fromMs)} ${y(value)}`;
    path += `H${x(untilMs)}`;
    end = untilMs;
  }
  return path;
}

function boundsOf(steps: readonly Step[]): { readonly min: bigint; readonly max: bigint } {
  const values = steps.map(({ value }) => scaled(value));
  const least = (a: bigint, b: bigint) => (b < a ? b : a);
  const most = (a: bigint, b: bigint) => (b > a ? b : a);
  return { min: values.reduce(least), max: values.reduce(most) };
}

/** The lowest and the highest value of the steps. */
export function extremes(steps: readonly Step[]): readonly [low: string, high: string] {
  const sorted = steps.map(({ value }) => value).sort((a, b) => (scaled(a) < scaled(b) ? -1 : 1));
  return [sorted[0] ?? "", sorted.at(-1) ?? ""];
}
