import "../styles/chart.css";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { optionally } from "../device/optional-load.ts";
import { theme } from "../device/theme.ts";
import { amountText, formatDecimal, percentText } from "../i18n/amount.ts";
import { formatTime } from "../i18n/time.ts";
import { words } from "../i18n/words.ts";
import { Amount } from "../ui/amount.tsx";
import { ChartTable } from "./chart-table.tsx";
import type { Plot } from "./plot.ts";
import { type BalanceSeries, type Change, type Steps, stepByKey, stepsOf } from "./steps.ts";
import { whenNear } from "./when-near.ts";

const t = words({
  en: {
    label: "Balance over time. Arrow keys move through the changes.",
    value: (at: string, amount: string) => `${at}: ${amount}`,
    now: "Now",
    lowest: "Lowest",
    highest: "Highest",
  },
  ar: {
    label: "الرصيد عبر الزمن. أسهم لوحة المفاتيح تنقلك بين التغيّرات.",
    value: (at: string, amount: string) => `${at}: ${amount}`,
    now: "الآن",
    lowest: "الأدنى",
    highest: "الأعلى",
  },
});

interface BalanceChartProps {
  readonly series: BalanceSeries;
  readonly currency: string;
}

/** A wallet's balance over time: a figure, a line that steps, and a table behind it. */
export function BalanceChart({ series, currency }: BalanceChartProps) {
  const steps = useMemo(() => stepsOf(series), [series]);
  const [step, setStep] = useState<number | null>(null);
  const plot = usePlot(steps, setStep);
  const count = steps.points.length;
  const shown = steps.points[step ?? count - 1];
  if (!shown) return null;

  const move = (next: number | null) => {
    setStep(next);
    plot.drawn.current?.showStep(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.key === "Escape" ? null : stepByKey(event.key, step ?? count - 1, count);
    if (next === null && event.key !== "Escape") return;
    event.preventDefault();
    move(next);
  };
  const isNow = step === null || step >= count - 1;
  const at = isNow ? t().now : formatTime(shown.at);

  return (
    <div class="chart">
      <div class="chart-head">
        <span class="chart-value">
          <Amount value={shown.balance} currency={currency} />
        </span>
        {isNow ? <ChangeText change={steps.change} /> : <span class="chart-at">{at}</span>}
      </div>
      {/* The slider is the platform's pattern for a value that the arrow keys move. */}
      <div
        ref={plot.element}
        class="chart-plot"
        dir="ltr"
        role="slider"
        tabIndex={0}
        aria-label={t().label}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={step ?? count - 1}
        aria-valuetext={t().value(at, amountText(shown.balance, currency))}
        onKeyDown={onKeyDown}
        onBlur={() => move(null)}
      />
      <div class="chart-days" dir="ltr" aria-hidden="true">
        {daysOf(steps).map((day) => (
          <bdi key={day} dir="auto">
            {formatTime(day, "date")}
          </bdi>
        ))}
      </div>
      <p class="chart-range">
        {t().lowest} <Amount value={steps.lowest} /> · {t().highest}{" "}
        <Amount value={steps.highest} />
      </p>
      <ChartTable points={steps.points} currency={currency} isExact={series.is_exact} />
    </div>
  );
}

/**
 * Draws the chart when a person is about to see it, and again when what it shows has changed. Its
 * code is a quarter of the first load: a phone that shows what is above the chart does without it.
 */
function usePlot(steps: Steps, onStep: (step: number | null) => void) {
  const element = useRef<HTMLDivElement>(null);
  const drawn = useRef<Plot | null>(null);
  const latest = useRef(steps);
  latest.current = steps;
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      // Without it there is still the figure and the table.
      const code = await optionally(() => import("./plot.ts"));
      if (!code || isGone || !element.current) return;
      drawn.current = code.drawPlot(element.current, { steps: latest.current, onStep });
    };
    const stop = element.current ? whenNear(element.current, () => void draw()) : null;
    return () => {
      isGone = true;
      stop?.();
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, []);
  useEffect(() => drawn.current?.setSteps(steps), [steps]);
  useRedrawnColours(drawn);
  return { element, drawn };
}

/** The colours of a canvas do not follow the style sheet by themselves. */
function useRedrawnColours(drawn: { readonly current: Plot | null }) {
  const chosen = theme.value;
  useEffect(() => {
    const redraw = () => drawn.current?.redraw();
    redraw();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", redraw);
    return () => dark.removeEventListener("change", redraw);
  }, [chosen]);
}

/** The first day, the one in the middle, and the last. */
function daysOf({ xs }: Steps): readonly string[] {
  const [first = 0, last = 0] = [xs[0], xs.at(-1)];
  return [first, (first + last) / 2, last].map((x) => new Date(x * 1000).toISOString());
}

function ChangeText({ change: { amount, percent } }: { readonly change: Change }) {
  if (!/[1-9]/.test(amount)) return null;
  const isDown = amount.startsWith("-");
  const text = percent === null ? formatDecimal(amount, "both") : percentText(percent, "both");
  return <bdi class={isDown ? "num chart-change" : "num chart-change chart-change-up"}>{text}</bdi>;
}
