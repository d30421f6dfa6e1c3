import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { partsOf } from "../../../../scripts/test/parts-of-run.ts";
import { root } from "../../../tidy/tree.ts";

describe("the parts of a run", () => {
  it("are one for chosen tests", () => {
    expect(partsOf(["tests/api/money"])).toEqual([["tests/api/money"]]);
  });

  it("of all tests have every project of vitest.config.ts once", () => {
    const config = readFileSync(path.join(root, "vitest.config.ts"), "utf8");
    const projects = [...config.matchAll(/\btest: \{\s*name: "(\w+)"/g)].map(([, name]) => name);
    const chosen = partsOf([]).flatMap((part) => part.filter((word) => word !== "--project"));
    expect(chosen.toSorted()).toEqual(projects.toSorted());
  });
});
