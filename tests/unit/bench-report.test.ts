import { describe, expect, it } from "vitest";
import type { Measurement } from "../../bench/measurement.ts";
import { markdown } from "../../bench/report/markdown.ts";
import { throughputPlot } from "../../bench/report/plot.ts";
import { namedRatios } from "../../bench/report/ratios.ts";
import { results } from "../../bench/report/results.ts";
import { bestSeries, median, pairedRatios, summarize } from "../../bench/report/summary.ts";

/** Ten seconds at `perSecond`, unless told otherwise. */
function measured({
  perSecond = 100,
  ...told
}: Partial<Measurement> & { perSecond?: number }): Measurement {
  return {
    server: "mahfaza",
    workload: "random",
    connections: 256,
    round: 1,
    seconds: 10,
    succeeded: perSecond * 10,
    refused: 0,
    unanswered: 0,
    latency: { p50: 1, p95: 2, p99: 3 },
    batchMean: null,
    cpuSeconds: {},
    ...told,
  };
}

const ours = { server: "mahfaza", workload: "random", connections: 256 } as const;
const node = { ...ours, server: "node" } as const;

describe("summary", () => {
  it("has the middle value, or the mean of the middle two", () => {
    expect(median([10, 9, 100])).toBe(10);
    expect(median([4, 1, 2, 100])).toBe(3);
    expect(median([])).toBeNull();
  });

  it("gathers the rounds of one server, workload and count of connections", () => {
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

  it("has no latency and no cost of a server that only refused", () => {
    const [summary] = summarize([measured({ perSecond: 0, refused: 9, cpuSeconds: { node: 1 } })]);
    expect(summary?.latency).toEqual({ p50: null, p95: null, p99: null });
    expect(summary?.cpuSecondsPer1000).toEqual({});
  });

  it("pairs what one round measured, and leaves out a round that only one side has", () => {
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

  it("has no ratio to a server that did nothing", () => {
    expect(pairedRatios([measured({}), measured({ ...node, perSecond: 0 })], ours, node)).toEqual(
      [],
    );
  });

  it("takes a server at the count of clients with its highest median", () => {
    const clients = (connections: number, speeds: number[]) =>
      speeds.map((perSecond, index) =>
        measured({ server: "pgbench-interactive", connections, round: index + 1, perSecond }),
      );
    const rounds = [...clients(8, [10, 10, 999]), ...clients(16, [20, 20, 20])];
    expect(bestSeries(rounds, "pgbench-interactive", "random")?.connections).toBe(16);
    expect(bestSeries(rounds, "pgbench-batch", "random")).toBeNull();
  });
});

describe("ratios", () => {
  it("say whether their median reaches the target", () => {
    const rounds = [1, 2, 3].flatMap((round) => [
      measured({ round, perSecond: 100 * round }),
      measured({ ...node, round, perSecond: 100 }),
    ]);
    expect(namedRatios(rounds)).toEqual([
      {
        name: "random_vs_node",
        value: 2,
        min: 1,
        max: 3,
        target: 2.3,
        comparison: "at least",
        isReached: false,
        description: "per second: mahfaza random × 256 / node random × 256",
      },
    ]);
  });

  it("of latency are reached from below, and never by a server that only refused", () => {
    const latency = (p50: number) => ({ latency: { p50, p95: p50, p99: p50 }, connections: 1 });
    const base = measured({ server: "node", ...latency(2) });
    const isReached = (one: Measurement) =>
      namedRatios([one, base]).find(({ name }) => name === "latency_p50_vs_node")?.isReached;
    expect(isReached(measured(latency(2.8)))).toBe(true);
    expect(isReached(measured(latency(2.9)))).toBe(false);
    expect(isReached(measured({ ...latency(0), perSecond: 0 }))).toBe(false);
  });

  it("to pgbench pair our 256 connections with its best count, round by round", () => {
    const pgbench = { server: "pgbench-interactive" } as const;
    const rounds = [1, 2].flatMap((round) => [
      measured({ round, perSecond: 600 }),
      measured({ ...pgbench, round, connections: 8, perSecond: 100 }),
      measured({ ...pgbench, round, connections: 16, perSecond: 200 * round }),
    ]);
    const ratio = namedRatios(rounds).find(({ name }) => name === "random_vs_pgbench_interactive");
    expect(ratio).toMatchObject({ value: 2.25, min: 1.5, max: 3 });
  });

  it("to the platform's floor need no database behind it", () => {
    const rounds = [
      measured({ workload: "hot-payer", perSecond: 90 }),
      measured({ server: "platform-floor", workload: "hot-payer", perSecond: 100 }),
    ];
    expect(namedRatios(rounds)).toMatchObject([
      { name: "hot_payer_vs_platform_floor", value: 0.9, target: 0.85, isReached: true },
    ]);
  });

  it("of one hot wallet to random ones have no target", () => {
    const rounds = [measured({}), measured({ workload: "hot-payee", perSecond: 90 })];
    expect(namedRatios(rounds)).toMatchObject([{ name: "hot_payee_vs_random", isReached: null }]);
  });

  it("compare log-ins at the most connections that both sides were measured with", () => {
    const logIns = (server: "mahfaza" | "node", connections: number, perSecond: number) =>
      measured({ server, workload: "log-in", connections, perSecond });
    const rounds = [logIns("mahfaza", 16, 30), logIns("mahfaza", 64, 90), logIns("node", 16, 20)];
    expect(namedRatios(rounds)).toMatchObject([
      { name: "log_in_vs_node", value: 1.5, target: null },
    ]);
  });

  it("are left out when a side was not measured", () => {
    expect(namedRatios([measured({})])).toEqual([]);
  });
});

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

  it("is kept as data in snake_case, with what it was measured on", () => {
    const run = { measuredAt: "2026-01-01T00:00:00Z", machine: { cpus: 8 }, versions: {} };
    const data = results({ ...run, settings: {}, measurements: rounds });
    expect(data.ratios).toEqual({ random_vs_node: 1.234 });
    expect(data.ratio_details).toMatchObject([{ is_reached: false, target: 2.3 }]);
    expect(data.summary).toHaveLength(2);
    const keys = JSON.stringify(data).match(/"\w+"(?=:)/g) ?? [];
    expect(keys.filter((key) => /[A-Z]/.test(key))).toEqual([]);
  });
});

describe("the plot", () => {
  /** Names of elements that are open at the end, or closed out of turn. */
  function unbalanced(svg: string): string[] {
    const open: string[] = [];
    for (const [, slash, name = "", end] of svg.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (slash && open.pop() !== name) return [`/${name}`];
      if (!slash && !end) open.push(name);
    }
    return open;
  }
  const speeds = [1, 16, 64, 256].map((connections) => measured({ connections }));

  it.each([
    { of: "nothing", rounds: [] },
    { of: "one point", rounds: [measured({})] },
    { of: "a server that only refused", rounds: [measured({ perSecond: 0 })] },
    { of: "lines", rounds: [...speeds, measured({ server: "pgbench-interactive" })] },
  ])("of $of is well-formed, titled and described", ({ rounds }) => {
    const svg = throughputPlot(summarize(rounds));
    expect(unbalanced(svg)).toEqual([]);
    expect(svg).toMatch(/^<svg .*<title .*<desc .*<\/svg>\n$/s);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it("names what it shows, and nothing else", () => {
    const svg = throughputPlot(summarize([...speeds, measured({ server: "pgbench-interactive" })]));
    expect(svg).toContain(">mahfaza</text>");
    expect(svg).toContain("pgbench, interactive: 100");
    expect(svg).not.toContain("workers-textbook");
  });
});
