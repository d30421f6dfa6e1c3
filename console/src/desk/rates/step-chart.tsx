import type { components } from "@mahfaza/client";
import { formatDecimal } from "../../i18n/amount.ts";
import { words } from "../../i18n/words.ts";
import { Time } from "../../ui/time.tsx";
import { extremes, GRID, type Step, stepPath } from "./step-path.ts";

const t = words({
  en: {
    label: (low: string, high: string) =>
      `The rate over time, between ${low} and ${high}. The table below has each value.`,
    now: "now",
  },
  ar: {
    label: (low: string, high: string) =>
      `السعر عبر الزمن، بين ${low} و${high}. كل القيم في الجدول أدناه.`,
    now: "الآن",
  },
});

type PastRate = components["schemas"]["PastRate"];

/** The steps of rates that come newest first; one in force lasts until now. */
function stepsOf(rates: readonly PastRate[], nowMs: number): readonly Step[] {
  const started = rates.toReversed();
  return started.map(({ rate, created_at, ends_at }) => ({
    value: rate,
    fromMs: Date.parse(created_at),
    untilMs: Math.min(Date.parse(ends_at), nowMs),
  }));
}

/** A pair's rate over time, from left to right in both languages. */
export function StepChart({ rates }: { readonly rates: readonly PastRate[] }) {
  const oldest = rates.at(-1);
  if (!oldest || rates.length < 2) return null;
  const steps = stepsOf(rates, Date.now());
  const [low, high] = extremes(steps).map((value) => formatDecimal(value));
  const isInForce = Date.parse(rates[0]?.ends_at ?? "") > Date.now();
  return (
    <figure class="card step-chart" dir="ltr">
      <div class="step-chart-scale num">
        <span>{high}</span>
        <span>{low}</span>
      </div>
      <svg
        role="img"
        aria-label={t().label(low ?? "", high ?? "")}
        viewBox={`0 0 ${GRID.width} ${GRID.height}`}
        preserveAspectRatio="none"
      >
        <path d={stepPath(steps)} vector-effect="non-scaling-stroke" />
      </svg>
      <figcaption class="quiet small">
        <bdi>
          <Time at={oldest.created_at} />
        </bdi>
        <bdi>{isInForce ? t().now : <Time at={rates[0]?.ends_at ?? ""} />}</bdi>
      </figcaption>
    </figure>
  );
}
