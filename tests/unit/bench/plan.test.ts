import { describe, expect, it } from "vitest";
import type { Task } from "../../../bench/measure.ts";
import { WORKLOADS } from "../../../bench/measurement.ts";
import {
  fullPlan,
  isPgbench,
  loadSecondsOf,
  quickPlan,
  ROUNDS,
  type Section,
} from "../../../bench/plan.ts";

const TRANSFERS = ["random", "hot-payer", "hot-payee"] as const;

const tasksOf = (sections: readonly Section[]) => sections.flatMap(({ tasks }) => tasks);

const countsOf = (tasks: readonly Task[], server: string, workload: string): number[] => {
  const its = tasks.filter((task) => task.server === server && task.workload === workload);
  return [...new Set(its.map(({ connections }) => connections))].sort((a, b) => a - b);
};

const nameOf = ({ server, workload, connections }: Task) => `${server} ${workload} ${connections}`;

/** The tasks, grouped into runs of neighbours that have the same round. */
function runsOf(tasks: readonly Task[]): Task[][] {
  const runs: Task[][] = [];
  for (const task of tasks) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.round === task.round) run.push(task);
    else runs.push([task]);
  }
  return runs;
}

describe("the full plan", () => {
  const tasks = tasksOf(fullPlan());

  it("measures mahfaza and node with every workload, at 1, 16, 64 and 256 connections", () => {
    for (const server of ["mahfaza", "node"]) {
      for (const workload of WORKLOADS) {
        const expected = workload === "log-in" ? [4] : [1, 16, 64, 256];
        expect(countsOf(tasks, server, workload)).toEqual(expected);
      }
    }
  });

  it("measures the textbook, objects on disk and pgbench at their chosen counts of connections", () => {
    expect(countsOf(tasks, "workers-textbook", "random")).toEqual([1, 16, 256]);
    expect(countsOf(tasks, "workers-textbook", "hot-payer")).toEqual([16, 256]);
    expect(countsOf(tasks, "platform-floor", "random")).toEqual([1, 256]);
    expect(countsOf(tasks, "platform-floor", "hot-payee")).toEqual([256]);
    expect(countsOf(tasks, "mahfaza-disk", "random")).toEqual([16, 256]);
    expect(countsOf(tasks, "pgbench-interactive", "random")).toEqual([1, 2, 4, 8]);
    expect(countsOf(tasks, "pgbench-function", "hot-payee")).toEqual([1, 2]);
    expect(countsOf(tasks, "pgbench-batch", "hot-payer")).toEqual([1]);
  });

  it("loads for under 18 of its 25 minutes: starting and checking takes the rest", () => {
    expect(loadSecondsOf(fullPlan())).toBeLessThan(18 * 60);
  });
});

describe("the quick plan", () => {
  const tasks = tasksOf(quickPlan());

  it("loads for under 7 of its 10 minutes: starting and checking takes the rest", () => {
    expect(loadSecondsOf(quickPlan())).toBeLessThan(7 * 60);
  });

  it("has both sides of every ratio with a target", () => {
    for (const workload of TRANSFERS) {
      for (const server of ["mahfaza", "node", "platform-floor"]) {
        expect(countsOf(tasks, server, workload)).toContain(256);
      }
      expect(countsOf(tasks, "workers-textbook", workload)).toEqual([16]);
      expect(countsOf(tasks, "pgbench-interactive", workload)).toContain(4);
    }
    for (const server of ["mahfaza", "node", "platform-floor"]) {
      expect(countsOf(tasks, server, "random")).toContain(1);
    }
    for (const server of ["mahfaza", "node"]) {
      expect(countsOf(tasks, server, "reads")).toEqual([256]);
    }
  });
});

describe.each([
  ["full", fullPlan()],
  ["quick", quickPlan()],
])("every plan: %s", (_, sections) => {
  const tasks = tasksOf(sections);

  it("measures each of its series once in each round", () => {
    const rounds = new Map<string, number[]>();
    for (const task of tasks) {
      rounds.set(nameOf(task), [...(rounds.get(nameOf(task)) ?? []), task.round]);
    }
    const all = Array.from({ length: ROUNDS }, (_, index) => index + 1);
    for (const [name, measured] of rounds) expect(measured, name).toEqual(all);
  });

  it("measures all transfers at full load, the textbook and pgbench in turn within a round", () => {
    const full = runsOf(tasks).filter((run) =>
      run.some((task) => task.workload === "random" && task.connections === 256),
    );
    expect(full).toHaveLength(ROUNDS);
    for (const run of full) {
      for (const workload of TRANSFERS) {
        const servers = run.flatMap((task) => (task.workload === workload ? [task.server] : []));
        for (const server of [
          "mahfaza",
          "platform-floor",
          "node",
          "workers-textbook",
          "pgbench-interactive",
        ]) {
          expect(servers).toContain(server);
        }
      }
    }
  });

  it("warms each server up longer the first time in a section, except pgbench, which compiles nothing", () => {
    for (const { tasks: its } of sections) {
      for (const server of new Set(its.map((task) => task.server))) {
        const [first, ...later] = its.filter((task) => task.server === server);
        expect(first?.warmUpSeconds).toBe(isPgbench(server) ? 1 : 4);
        for (const task of later) expect(task.warmUpSeconds).toBe(1);
      }
    }
  });
});
