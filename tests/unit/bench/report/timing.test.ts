import { describe, expect, it } from "vitest";
import { timingReport } from "../../../../bench/report/timing.ts";

const step = (known: readonly number[], unknown: readonly number[]) => ({
  name: "asking",
  known: { label: "known phone", ms: known },
  unknown: { label: "unknown phone", ms: unknown },
});

describe("the verdict of a timing", () => {
  it.each([
    [[104, 104, 104], true],
    [[96, 96, 96], true],
    [[106, 106, 106], false],
    [[94, 94, 94], false],
    [[100, 100, 900], true],
  ])("of medians %j beside 100 is even: %s", (known, isEven) => {
    expect(timingReport([step(known, [100, 100, 100])]).isEven).toBe(isEven);
  });

  it("is the verdict of its worst step", () => {
    const steps = [step([100], [100]), step([120], [100])];
    const { text, isEven } = timingReport(steps);
    expect(isEven).toBe(false);
    expect(text).toContain("medians differ by 20.0 %; known phone was slower in 1 of 1");
  });
});
