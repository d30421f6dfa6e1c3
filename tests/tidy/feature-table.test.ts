import { describe, expect, it } from "vitest";
import { missingTests, testReferences } from "./test-references.ts";
import { textOf } from "./tree.ts";

const text = textOf("docs/features.md");
const rows = text.split("\n").filter((line) => /^\| (?!feature |---)/.test(line));

describe("docs/features.md", () => {
  it("names a test in each row, in our cell", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const [, , ours = ""] = row.split(/ ?\| ?/);
      expect(ours, row).toMatch(/^yes: `[^`]+ › [^`]+`$/);
    }
  });

  it("names no test that is not there", () =>
    expect(missingTests(testReferences(text))).toEqual([]));
});
