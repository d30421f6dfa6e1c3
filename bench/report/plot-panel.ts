// One panel of the plot: axes, grid, and lines over connections.
import { counts, type LogScale, oneTwoFive } from "./log-scale.ts";
import { type Line, markerAt, strokeOf } from "./plot-lines.ts";
import type { Spread, Summary } from "./summary.ts";

/** Lengths in pixels. */
export interface Panel {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly axis: string;
  /** The plotted value; its minimum and maximum become a whisker. Null when there is no value. */
  readonly spreadOf: (summary: Summary) => Spread | null;
  /** A thin horizontal line at `value`. */
  readonly reference: { readonly value: number; readonly label: string } | null;
}

interface Scales {
  readonly x: LogScale;
  readonly y: LogScale;
}

export const INK = "#222222";
const FAINT = "#e3e3e3";
const NUMBER = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

const px = (length: number): string => length.toFixed(1);

/** Escapes the reserved characters of XML. */
export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function gridOf({ left, top, width, height }: Panel, { x, y }: Scales): string[] {
  const bottom = top + height;
  const horizontal = y.ticks.map((tick) => {
    const at = y.place(tick);
    return `<path d="M${left} ${px(at)}h${width}" stroke="${FAINT}"/>
<text x="${left - 8}" y="${px(at + 4)}" text-anchor="end">${NUMBER.format(tick)}</text>`;
  });
  const vertical = x.ticks.map((tick) => {
    const at = x.place(tick);
    return `<path d="M${px(at)} ${top}V${bottom}" stroke="${FAINT}"/>
<text x="${px(at)}" y="${bottom + 20}" text-anchor="middle">${tick}</text>`;
  });
  return [...horizontal, ...vertical];
}

function labelsOf({ left, top, width, height, title, axis }: Panel): string[] {
  const middle = top + height / 2;
  return [
    `<text x="${left}" y="${top - 14}" font-size="15" font-weight="bold">${escapeXml(title)}</text>`,
    `<text x="${left + width / 2}" y="${top + height + 42}" text-anchor="middle">connections, each with one request in progress (log scale)</text>`,
    `<text transform="translate(${left - 58} ${middle}) rotate(-90)" text-anchor="middle">${escapeXml(axis)}</text>`,
    `<path d="M${left} ${top}v${height}h${width}" fill="none" stroke="${INK}"/>`,
  ];
}

function lineOf({ look, points }: Line, spreadOf: Panel["spreadOf"], { x, y }: Scales): string[] {
  const spots = points.flatMap((point) => {
    const value = spreadOf(point);
    // Zero has no position on a logarithmic axis.
    if (!value || value.median <= 0) return [];
    const [low, middle, high] = [value.min, value.median, value.max].map((one) => y.place(one));
    return [{ x: x.place(point.connections), low, middle: middle ?? 0, high }];
  });
  const course = spots.map((spot) => `${px(spot.x)} ${px(spot.middle)}`).join("L");
  const whiskers = spots
    .filter(({ low, high }) => low !== high)
    .map((spot) => `M${px(spot.x)} ${px(spot.low ?? 0)}V${px(spot.high ?? 0)}`)
    .join("");
  return [
    ...(whiskers ? [`<path d="${whiskers}" stroke="${look.colour}"/>`] : []),
    ...(course ? [`<path d="M${course}" ${strokeOf(look)}/>`] : []),
    ...spots.map((spot) => markerAt(look, spot.x, spot.middle)),
  ];
}

// The label is on the left, where every line is low; near the top of the panel it is below its line.
function referenceOf({ left, top, width, reference }: Panel, { y }: Scales): string[] {
  if (!reference) return [];
  const at = y.place(reference.value);
  const baseline = at - top < 24 ? at + 16 : at - 6;
  return [
    `<path d="M${left} ${px(at)}h${width}" stroke="${INK}" stroke-width="1" stroke-dasharray="1 3"/>`,
    `<text x="${left + 8}" y="${px(baseline)}" stroke="#ffffff" stroke-width="4" paint-order="stroke">${escapeXml(reference.label)}</text>`,
  ];
}

export function drawPanel(panel: Panel, lines: readonly Line[]): string {
  const { left, top, width, height, spreadOf, reference } = panel;
  const points = lines.flatMap((line) => line.points);
  const values = points.flatMap((point) => {
    const value = spreadOf(point);
    return value ? [value.min, value.median, value.max] : [];
  });
  const scales: Scales = {
    x: counts(
      points.map(({ connections }) => connections),
      [left + 24, left + width - 24],
    ),
    y: oneTwoFive([...values, ...(reference ? [reference.value] : [])], [top + height, top]),
  };
  return [
    ...gridOf(panel, scales),
    ...labelsOf(panel),
    ...lines.flatMap((line) => lineOf(line, spreadOf, scales)),
    ...referenceOf(panel, scales),
  ].join("\n");
}
