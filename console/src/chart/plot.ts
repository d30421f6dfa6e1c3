// The drawing of a chart, in a file of its own: uPlot is loaded when a page has a chart to draw.
import "uplot/dist/uPlot.min.css";
import uPlot from "uplot";
import { HEIGHT, type Steps, stepAt } from "./steps.ts";

/** A drawn chart. */
export interface Plot {
  readonly setSteps: (steps: Steps) => void;
  /** Puts the cursor on a step; null takes it away. */
  readonly showStep: (step: number | null) => void;
  /** Draws it again, in the colours of the page as they are now. */
  readonly redraw: () => void;
  readonly destroy: () => void;
}

interface PlotParts {
  readonly steps: Steps;
  /** The pointer is over a step; null: it has left. */
  readonly onStep: (step: number | null) => void;
}

const PLOT_HEIGHT = 132;
/** Room above and below the line, as shares of its height. */
const ROOM = 0.08;

/** Draws a chart in an element, as wide as it is. */
export function drawPlot(element: HTMLElement, { steps, onStep }: PlotParts): Plot {
  let { xs } = steps;
  const options: uPlot.Options = {
    width: element.clientWidth,
    height: PLOT_HEIGHT,
    padding: [8, 6, 4, 6],
    legend: { show: false },
    axes: [{ show: false }, { show: false }],
    scales: {
      x: { time: true, range: (_, min, max) => [min, max] },
      y: { range: [-HEIGHT * ROOM, HEIGHT * (1 + ROOM)] },
    },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      // The step that the pointer is on, not the nearest change.
      dataIdx: (_, _series, _closest, x) => stepAt(xs, x),
      points: { size: 9, fill: () => colourOf(element) },
    },
    series: [
      {},
      {
        stroke: () => colourOf(element),
        width: 2,
        points: { show: false },
        paths: uPlot.paths.stepped?.({ align: 1 }) as uPlot.Series.PathBuilder,
        fill: (plot) => gradient(plot, colourOf(element)),
      },
    ],
    hooks: { setCursor: [({ cursor }) => onStep(cursor.idx ?? null)] },
  };
  const plot = new uPlot(options, dataOf(steps), element);
  const touches = followTouch(plot);
  const resizes = new ResizeObserver(() => {
    plot.setSize({ width: element.clientWidth, height: PLOT_HEIGHT });
  });
  resizes.observe(element);
  return {
    setSteps: (next) => {
      xs = next.xs;
      plot.setData(dataOf(next));
    },
    showStep: (step) => {
      const x = step === null ? undefined : xs[step];
      plot.setCursor(x === undefined ? AWAY : { left: plot.valToPos(x, "x"), top: 0 }, false);
    },
    redraw: () => plot.redraw(false, false),
    destroy: () => {
      touches.abort();
      resizes.disconnect();
      plot.destroy();
    },
  };
}

const AWAY = { left: -10, top: -10 };

function dataOf({ xs, ys }: Steps): uPlot.AlignedData {
  return [[...xs], [...ys]];
}

/** uPlot follows a mouse; a finger moves the same cursor, and leaves it where it was. */
function followTouch(plot: uPlot): AbortController {
  const end = new AbortController();
  const follow = ({ pointerType, clientX }: PointerEvent) => {
    if (pointerType === "mouse") return;
    plot.setCursor({ left: clientX - plot.over.getBoundingClientRect().left, top: 0 });
  };
  for (const event of ["pointerdown", "pointermove"] as const) {
    plot.over.addEventListener(event, follow, { signal: end.signal });
  }
  return end;
}

/** A colour that the style sheet gives the element, as a canvas takes it. */
function colourOf(element: HTMLElement): string {
  return getComputedStyle(element).color;
}

function gradient({ ctx, bbox }: uPlot, colour: string): CanvasGradient {
  const fill = ctx.createLinearGradient(0, bbox.top, 0, bbox.top + bbox.height);
  const [red, green, blue] = colour.match(/[\d.]+/g) ?? [];
  fill.addColorStop(0, `rgba(${red}, ${green}, ${blue}, 0.28)`);
  fill.addColorStop(1, `rgba(${red}, ${green}, ${blue}, 0)`);
  return fill;
}
