import { describe, expect, it } from "vitest";
import { throughputPlot } from "../../../../bench/report/plot.ts";
import { summarize } from "../../../../bench/report/summary.ts";
import { measured } from "./measured.ts";

describe("the plot", () => {
  /** Names of elements that are not closed, or closed in the wrong order. */
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
    { of: "a server that refused every request", rounds: [measured({ perSecond: 0 })] },
    { of: "lines", rounds: [...speeds, measured({ server: "pgbench-interactive" })] },
  ])("of $of is well-formed, titled and described", ({ rounds }) => {
    const svg = throughputPlot(summarize(rounds));
    expect(unbalanced(svg)).toEqual([]);
    expect(svg).toMatch(/^<svg .*<title .*<desc .*<\/svg>\n$/s);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it("names every line that it shows, and no other server", () => {
    const svg = throughputPlot(summarize([...speeds, measured({ server: "pgbench-interactive" })]));
    expect(svg).toContain(">mahfaza</text>");
    expect(svg).toContain("pgbench, interactive: 100");
    expect(svg).not.toContain("workers-textbook");
  });
});
