import { locale } from "./language.ts";

const UNITS = [
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A wait in its largest unit, rounded up: "40 seconds", "3 minutes", "2 hours". */
export function waitText(seconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => seconds > size * 1.5) ?? UNITS[2];
  return new Intl.NumberFormat(locale.value, {
    style: "unit",
    unit,
    unitDisplay: "long",
  }).format(Math.ceil(seconds / length));
}
