import { describe, expect, it } from "vitest";
import type { Measurement } from "../../../../bench/measurement.ts";
import { namedRatios } from "../../../../bench/report/ratios.ts";
import { measured, node } from "./measured.ts";

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

  it("of latency reach their target from below, and never for a server that refused every request", () => {
    const latency = (p50: number) => ({ latency: { p50, p95: p50, p99: p50 }, connections: 1 });
    const base = measured({ server: "node", ...latency(2) });
    const isReached = (one: Measurement) =>
      namedRatios([one, base]).find(({ name }) => name === "latency_p50_vs_node")?.isReached;
    expect(isReached(measured(latency(2.8)))).toBe(true);
    expect(isReached(measured(latency(2.9)))).toBe(false);
    expect(isReached(measured({ ...latency(0), perSecond: 0 }))).toBe(false);
  });

  it("to pgbench compare mahfaza at 256 connections with pgbench at its best count, round by round", () => {
    const pgbench = { server: "pgbench-interactive" } as const;
    const rounds = [1, 2].flatMap((round) => [
      measured({ round, perSecond: 600 }),
      measured({ ...pgbench, round, connections: 8, perSecond: 100 }),
      measured({ ...pgbench, round, connections: 16, perSecond: 200 * round }),
    ]);
    const ratio = namedRatios(rounds).find(({ name }) => name === "random_vs_pgbench_interactive");
    expect(ratio).toMatchObject({ value: 2.25, min: 1.5, max: 3 });
  });

  it("to the platform's floor need no database", () => {
    const rounds = [
      measured({ workload: "hot-payer", perSecond: 90 }),
      measured({ server: "platform-floor", workload: "hot-payer", perSecond: 100 }),
    ];
    expect(namedRatios(rounds)).toMatchObject([
      { name: "hot_payer_vs_platform_floor", value: 0.9, target: 0.85, isReached: true },
    ]);
  });

  it("of one hot wallet to random wallets have no target", () => {
    const rounds = [measured({}), measured({ workload: "hot-payee", perSecond: 90 })];
    expect(namedRatios(rounds)).toMatchObject([{ name: "hot_payee_vs_random", isReached: null }]);
  });

  it("compare logins at the highest count of connections that both sides have", () => {
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
