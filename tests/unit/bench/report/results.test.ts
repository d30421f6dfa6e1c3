import { describe, expect, it } from "vitest";
import { results } from "../../../../bench/report/results.ts";
import { measured, node } from "./measured.ts";

describe("the results as data", () => {
  const rounds = [
    measured({ perSecond: 1234, batchMean: 12.34, cpuSeconds: { worker: 1.5, postgres: 3 } }),
    measured({ ...node, perSecond: 1000 }),
  ];

  it("are in snake_case and include the machine, versions and settings", () => {
    const run = { measuredAt: "2026-01-01T00:00:00Z", machine: { cpus: 8 }, versions: {} };
    const data = results({ ...run, settings: {}, measurements: rounds });
    expect(data.ratios).toEqual({ random_vs_node: 1.234 });
    expect(data.ratio_details).toMatchObject([{ is_reached: false, target: 2.3 }]);
    expect(data.summary).toHaveLength(2);
    const keys = JSON.stringify(data).match(/"\w+"(?=:)/g) ?? [];
    expect(keys.filter((key) => /[A-Z]/.test(key))).toEqual([]);
  });
});
