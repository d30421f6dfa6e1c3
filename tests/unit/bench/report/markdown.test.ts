import { describe, expect, it } from "vitest";
import { markdown } from "../../../../bench/report/markdown.ts";
import { namedRatios } from "../../../../bench/report/ratios.ts";
import { summarize } from "../../../../bench/report/summary.ts";
import { measured, node } from "./measured.ts";

describe("the report", () => {
  const rounds = [
    measured({ perSecond: 1234, batchMean: 12.34, cpuSeconds: { worker: 1.5, postgres: 3 } }),
    measured({ ...node, perSecond: 1000 }),
  ];

  it("has a row for each server and count of connections, and the ratios with their targets", () => {
    const text = markdown({ machine: "8 × Test" }, summarize(rounds), namedRatios(rounds));
    const cells = text
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .filter(({ length }) => length > 1)
      .map((row) => row.slice(1, -1));
    expect(text).toContain("- machine: 8 × Test");
    expect(cells).toContainEqual([
      ...["mahfaza", "256", "1,234 (1,234–1,234)", "1.00", "2.00", "3.00", "0", "0", "12.3"],
      "worker 0.122, postgres 0.243",
    ]);
    expect(cells).toContainEqual([
      ...["random_vs_node", "1.23 (1.23–1.23)", "at least 2.3", "no"],
      "per second: mahfaza random × 256 / node random × 256",
    ]);
    expect(text).toContain("Targets reached: 0 of 1.");
    expect(text).toContain("- missed: random_vs_node is 1.23, target at least 2.3");
  });
});
