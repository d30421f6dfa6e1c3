import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallNode, CpuProfile } from "../../../../bench/profile/cpu-profile.ts";
import { selfTimes } from "../../../../bench/profile/self-times.ts";
import { NATIVE, placesIn } from "../../../../bench/profile/source-places.ts";
import { projectRoot } from "../../../../scripts/system/places.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mahfaza-map-"));
  const source = (file: string) => path.relative(folder, path.join(projectRoot, file));
  // A package's own map may name a file outside of the package.
  const map = {
    version: 3,
    sources: [source("src/ledger/decide.ts"), source("node_modules/src/sql.ts")],
    names: [],
    mappings: ";AAAA;;ACAA",
  };
  const bundle = [
    "// src/ledger/decide.ts",
    "decide",
    "  // node_modules/drizzle-orm/sql.js",
    "sql",
  ];
  writeFileSync(path.join(folder, "index.js"), bundle.join("\n"));
  writeFileSync(path.join(folder, "index.js.map"), JSON.stringify(map));
});
afterEach(() => rmSync(folder, { recursive: true }));

const node = (
  id: number,
  functionName: string,
  at: { url?: string; line?: number } = {},
  children: number[] = [],
): CallNode => ({
  id,
  callFrame: { functionName, url: at.url ?? "", lineNumber: at.line ?? 0, columnNumber: 4 },
  children,
});

describe("the groups of a profile", () => {
  it("have the time of their functions, and the time with the native functions that these call", () => {
    const profile: CpuProfile = {
      nodes: [
        node(1, "(root)", {}, [2, 5, 6, 7]),
        node(2, "build", { url: "worker", line: 3 }, [3]),
        node(3, "decide", { url: "worker", line: 1 }, [4]),
        node(4, "parse", {}),
        node(5, "(program)"),
        node(6, "(idle)"),
        node(7, "alloc", { url: "node-internal:internal_buffer" }),
      ],
      samples: [6, 6, 2, 3, 3, 4, 5, 5, 5, 7],
    };
    const { idle, groups, functions } = selfTimes(profile, placesIn(folder, "index.js"));
    expect(idle).toBe(0.2);
    expect(groups).toContainEqual({ name: "src/ledger", self: 2 / 8, withNatives: 3 / 8 });
    expect(groups).toContainEqual({ name: "drizzle-orm", self: 1 / 8, withNatives: 1 / 8 });
    expect(groups).toContainEqual({ name: NATIVE, self: 1 / 8, withNatives: 0 });
    expect(groups.map(({ name }) => name)).toContain("workerd's own JavaScript");
    expect(functions[0]).toEqual({ name: "(program)", self: 3 / 8 });
    expect(functions).toContainEqual({
      name: "parse [native] ← decide src/ledger/decide.ts:1",
      self: 1 / 8,
    });
    expect(functions).toContainEqual({
      name: "build node_modules/drizzle-orm/sql.js sql.ts:1",
      self: 1 / 8,
    });
    for (const share of ["self", "withNatives"] as const) {
      expect(groups.reduce((sum, group) => sum + group[share], 0)).toBeCloseTo(1);
    }
  });
});
