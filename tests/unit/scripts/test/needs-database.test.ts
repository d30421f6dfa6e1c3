import { describe, expect, it } from "vitest";
import { needsDatabase } from "../../../../scripts/test/needs-database.ts";

describe("the database of a test run", () => {
  it.each([
    "tests/unit",
    "./tests/unit/scrypt.test.ts",
    "tests/unit tests/tidy",
    "tests/tidy -t name",
    "--bail 1 tests/unit",
    "--watch tests/unit",
  ])("is not started for %s", (args) => {
    expect(needsDatabase(args.split(" "))).toBe(false);
  });

  it.each([
    "",
    "tests/api",
    "tests/unit tests/api",
    "tests/united",
    "scrypt",
    "-t tests/api",
    "--bail 1",
  ])("is started for '%s'", (args) => {
    expect(needsDatabase(args.split(" ").filter(Boolean))).toBe(true);
  });
});
