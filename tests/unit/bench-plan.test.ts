import { describe, expect, it } from "vitest";
import type { Task } from "../../bench/measure.ts";
import { WORKLOADS } from "../../bench/measurement.ts";
import { fullPlan, isPgbench, quickPlan, ROUNDS, secondsOf } from "../../bench/plan.ts";

const countsOf = (tasks: readonly Task[], server: string, workload: string): number[] => {
  const its = tasks.filter((task) => task.server === server && task.workload === workload);
  return [...new Set(its.map(({ connections }) => connections))].sort((a, b) => a - b);
};

const nameOf = ({ server, workload, connections }: Task) => `${server} ${workload} ${connections}`;

/** Tasks that stand next to one another in the same round. */
function runsOf(tasks: readonly Task[]): Task[][] {
  const runs: Task[][] = [];
  for (const task of tasks) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const isSame = last?.round === task.round && last.workload === task.workload;
    if (run && isSame) run.push(task);
    else runs.push([task]);
  }
  return runs;
}

describe("the full plan", () => {
  const tasks = fullPlan();

  it("asks mahfaza and node for every workload, with the issue's counts of connections", () => {
    for (const server of ["mahfaza", "node"]) {
      for (const workload of WORKLOADS) {
        const expected = workload === "log-in" ? [4] : [1, 16, 64, 256];
        expect(countsOf(tasks, server, workload)).toEqual(expected);
      }
    }
  });

  it("asks the textbook, the objects on disk and Postgres alone where they have a say", () => {
    expect(countsOf(tasks, "workers-textbook", "random")).toEqual([1, 16, 256]);
    expect(countsOf(tasks, "workers-textbook", "hot-payer")).toEqual([16, 256]);
    expect(countsOf(tasks, "mahfaza-disk", "random")).toEqual([16, 256]);
    expect(countsOf(tasks, "pgbench-interactive", "random")).toEqual([1, 4, 16]);
    expect(countsOf(tasks, "pgbench-function", "hot-payee")).toEqual([1, 4]);
    expect(countsOf(tasks, "pgbench-batch", "hot-payer")).toEqual([1]);
  });

  it("leaves room within 25 minutes for what starts and proves around the load", () => {
    expect(secondsOf(tasks)).toBeLessThan(18 * 60);
  });
});

describe("the quick plan", () => {
  const tasks = quickPlan();

  it("leaves two of its eight minutes for what starts and proves around the load", () => {
    expect(secondsOf(tasks)).toBeLessThan(6 * 60);
  });

  it("has both sides of every ratio with a target", () => {
    for (const workload of ["random", "hot-payer", "hot-payee"]) {
      for (const server of ["mahfaza", "node"]) {
        expect(countsOf(tasks, server, workload)).toContain(256);
      }
      expect(countsOf(tasks, "workers-textbook", workload)).toEqual([16]);
      expect(countsOf(tasks, "pgbench-interactive", workload)).toContain(4);
    }
    expect(countsOf(tasks, "mahfaza", "random")).toContain(1);
    expect(countsOf(tasks, "node", "random")).toContain(1);
  });
});

describe.each([
  ["full", fullPlan()],
  ["quick", quickPlan()],
])("every plan: the %s one", (_, tasks) => {
  it("measures each of its series once in each round", () => {
    const rounds = new Map<string, number[]>();
    for (const task of tasks) {
      rounds.set(nameOf(task), [...(rounds.get(nameOf(task)) ?? []), task.round]);
    }
    const all = Array.from({ length: ROUNDS }, (_, index) => index + 1);
    for (const [name, measured] of rounds) expect(measured, name).toEqual(all);
  });

  it("measures everybody with 256 connections, and pgbench, in turn within a round", () => {
    const runs = runsOf(tasks);
    for (const workload of ["random", "hot-payer", "hot-payee"] as const) {
      const full = runs.filter((run) =>
        run.some((task) => task.workload === workload && task.connections === 256),
      );
      expect(full).toHaveLength(ROUNDS);
      for (const run of full) {
        const servers = new Set(run.map(({ server }) => server));
        expect(servers).toContain("mahfaza");
        expect(servers).toContain("node");
        expect(servers).toContain("workers-textbook");
        expect(servers).toContain("pgbench-interactive");
      }
    }
  });

  it("warms each server up longer the first time, and pgbench, which compiles nothing, never", () => {
    for (const workload of WORKLOADS) {
      const its = tasks.filter((task) => task.workload === workload);
      for (const server of new Set(its.map((task) => task.server))) {
        const [first, ...later] = its.filter((task) => task.server === server);
        expect(first?.warmUpSeconds).toBe(isPgbench(server) ? 0 : 4);
        for (const task of later) expect(task.warmUpSeconds).toBe(isPgbench(server) ? 0 : 1);
      }
    }
  });
});
