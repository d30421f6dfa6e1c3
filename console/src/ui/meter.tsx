import "../styles/meter.css";

interface MeterProps {
  /** 0 to 100. */
  readonly percent: number;
  /** What it measures, and how much of it, for a screen reader; the same stands beside it. */
  readonly label: string;
  readonly tone?: "plain" | "warn" | "full";
}

/** How much of something is used. The platform's own meter. */
export function Meter({ percent, label, tone = "plain" }: MeterProps) {
  return (
    <meter class={`meter meter-${tone}`} min={0} max={100} value={percent} aria-label={label}>
      {percent} %
    </meter>
  );
}
