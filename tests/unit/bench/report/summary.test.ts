import { describe, expect, it } from "vitest";
import { bestSeries, median, pairedRatios, summarize } from "../../../../bench/report/summary.ts";
import { measured, node, ours } from "./measured.ts";

describe("summary", () => {
  it("has the middle value, or the mean of the middle two", () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([4, 1, 2, 100])).toBe(3);
    expect(median([])).toBeNull();
  });

  it("combines the rounds of one server, workload and count of connections", () => {
    const [summary, ...others] = summarize([
      measured({ perSecond: 100, batchMean: 4, refused: 1, cpuSeconds: { worker: 2 } }),
      measured({
        round: 2,
        perSecond: 300,
        batchMean: 8,
        unanswered: 2,
        cpuSeconds: { worker: 3 },
      }),
      measured({ round: 3, perSecond: 200, cpuSeconds: { worker: 8 } }),
    ]);
    expect(others).toEqual([]);
    expect(summary).toMatchObject({
      rounds: 3,
      perSecond: { median: 200, min: 100, max: 300 },
      succeeded: 6000,
      refused: 1,
      unanswered: 2,
      batchMean: 6,
      cpuSecondsPer1000: { worker: 2 },
    });
  });

  it("has no latency and no CPU cost for a server that refused every request", () => {
    const [summary] = summarize([measured({ perSecond: 0, refused: 9, cpuSeconds: { node: 1 } })]);
    expect(summary?.latency).toEqual({ p50: null, p95: null, p99: null });
    expect(summary?.cpuSecondsPer1000).toEqual({});
  });

  it("pairs the measurements of one round, and leaves out a round that only one side has", () => {
    const rounds = [
      measured({ round: 1, perSecond: 200 }),
      measured({ round: 2, perSecond: 50 }),
      measured({ round: 3, perSecond: 900 }),
      measured({ ...node, round: 2, perSecond: 10 }),
      measured({ ...node, round: 1, perSecond: 100 }),
      measured({ ...node, round: 4, perSecond: 1 }),
    ];
    expect(pairedRatios(rounds, ours, node)).toEqual([2, 5]);
  });

  it("has no ratio to a server without successful answers", () => {
    expect(pairedRatios([measured({}), measured({ ...node, perSecond: 0 })], ours, node)).toEqual(
      [],
    );
  });

  it("chooses the count of clients at which a server has its highest median", () => {
    const clients = (connections: number, speeds: number[]) =>
      speeds.map((perSecond, index) =>
        measured({ server: "pgbench-interactive", connections, round: index + 1, perSecond }),
      );
    const rounds = [...clients(8, [10, 10, 999]), ...clients(16, [20, 20, 20])];
    expect(bestSeries(rounds, "pgbench-interactive", "random")?.connections).toBe(16);
    expect(bestSeries(rounds, "pgbench-batch", "random")).toBeNull();
  });
});
