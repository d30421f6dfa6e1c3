import { describe, expect, it } from "vitest";
import { quantile } from "../../bench/report/quantile.ts";
import { timingReport } from "../../bench/report/timing.ts";
import { WORKER_SETTINGS } from "../../bench/serve/settings.ts";
import { textOf } from "../tidy/tree.ts";

const step = (known: readonly number[], unknown: readonly number[]) => ({
  name: "asking",
  known: { label: "known phone", ms: known },
  unknown: { label: "unknown phone", ms: unknown },
});

describe("a timing's verdict", () => {
  it.each([
    [[104, 104, 104], true],
    [[96, 96, 96], true],
    [[106, 106, 106], false],
    [[94, 94, 94], false],
    [[100, 100, 900], true],
  ])("of medians %j beside 100 is even: %s", (known, isEven) => {
    expect(timingReport([step(known, [100, 100, 100])]).isEven).toBe(isEven);
  });

  it("is that of its worst step", () => {
    const steps = [step([100], [100]), step([120], [100])];
    const { text, isEven } = timingReport(steps);
    expect(isEven).toBe(false);
    expect(text).toContain("medians differ by 20.0 %; known phone was slower in 1 of 1");
  });
});

describe("a quantile", () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2], 0.5, 1.5],
    [[1, 2, 3], 1, 3],
    [[7], 0.9, 7],
    [[], 0.5, Number.NaN],
  ])("of %j at %s is %s", (values, share, due) => {
    expect(quantile(values, share)).toBe(due);
  });
});

describe("the settings of the measured Worker", () => {
  it("are those of wrangler.toml", () => {
    const [, vars = ""] = textOf("wrangler.toml").split(/^\[vars\]$/m);
    for (const name of ["PASSWORD_SCRYPT", "LEDGER_WRITERS"]) {
      expect(vars).toContain(`${name} = "${WORKER_SETTINGS[name]}"`);
    }
  });
});
