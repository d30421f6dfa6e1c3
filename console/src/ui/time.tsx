import { formatTime } from "../i18n/time.ts";

interface TimeProps {
  readonly at: string;
  readonly form?: "time" | "day" | "short" | "long";
}

/** A moment in the person's zone; the exact one on demand. */
export function Time({ at, form = "short" }: TimeProps) {
  return (
    <time dateTime={at} title={formatTime(at, "long")}>
      {formatTime(at, form)}
    </time>
  );
}
