import { quantile } from "./quantile.ts";
import { textTable } from "./text-table.ts";

/** A larger relative difference of the medians would reveal to an attacker which of the two cases it was. */
const DIFFERENCE_MAX = 0.05;

/** One step's times in milliseconds, for known and for unknown users, measured in turns. */
export interface TimedStep {
  readonly name: string;
  readonly known: Side;
  readonly unknown: Side;
}

interface Side {
  readonly label: string;
  readonly ms: readonly number[];
}

/** The table of the steps, and whether no step's time reveals which users are known. */
export function timingReport(steps: readonly TimedStep[]): { text: string; isEven: boolean } {
  const rows = steps.flatMap(({ known, unknown }) =>
    [known, unknown].map(({ label, ms }) => [
      label,
      ...[0.5, 0.1, 0.9].map((share) => `${quantile(ms, share).toFixed(1)} ms`),
    ]),
  );
  const verdicts = steps.map((step) => {
    const { known, unknown } = step;
    const percent = (differenceOf(step) * 100).toFixed(1);
    const slower = known.ms.filter((ms, n) => ms > (unknown.ms[n] ?? 0)).length;
    const turns = `${known.label} was slower in ${slower} of ${known.ms.length}`;
    return `${step.name}: medians differ by ${percent} %; ${turns}`;
  });
  const table = textTable(["", "median", "10 %", "90 %"], rows);
  return {
    text: `${table}\n\n${verdicts.join("\n")}`,
    isEven: steps.every((step) => Math.abs(differenceOf(step)) <= DIFFERENCE_MAX),
  };
}

const differenceOf = ({ known, unknown }: TimedStep): number =>
  quantile(known.ms, 0.5) / quantile(unknown.ms, 0.5) - 1;
