import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, root, textOf } from "./tree.ts";

const sources = filesIn("src", "scripts", "tests", "bench", "packages/client/src");
const code = sources.filter((file) => file.endsWith(".ts"));
const filesOf = (...names: string[]) =>
  filesIn(...names.map((name) => `src/${name}`)).filter((file) => file.endsWith(".ts"));

// If no noun fits, the code belongs to another module.
const VAGUE_WORDS = /(^|-)(utils?|helpers?|common|misc|types?|constants?|managers?|handlers?)$/;

describe("names", () => {
  it("of files and folders are kebab-case", () => {
    const kebab = /^README\.md$|^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?(\.[a-z0-9]+)?$/;
    const others = sources.filter((file) => !file.split("/").every((part) => kebab.test(part)));
    expect(others).toEqual([]);
  });

  it("of files and folders have no vague word such as utils or helpers", () => {
    const vague = sources.filter((file) =>
      file.split("/").some((part) => VAGUE_WORDS.test(part.replace(/\..*$/, ""))),
    );
    expect(vague).toEqual([]);
  });
});

describe("unit tests", () => {
  /** Tests of bench, console and scripts mirror those folders; all others mirror src. */
  const sourceOf = (test: string): string => {
    const mirrored = test.replace(/^tests\/unit\//, "").replace(/\.test\.ts$/, "");
    return /^(bench|console|scripts)\//.test(mirrored) ? mirrored : `src/${mirrored}`;
  };
  const exists = (file: string) => existsSync(path.join(root, file));

  it("have the path of the file or folder that they test", () => {
    const tests = filesIn("tests/unit").filter((file) => file.endsWith(".test.ts"));
    expect(tests.length).toBeGreaterThan(20);
    const strays = tests.filter((test) => {
      const source = sourceOf(test);
      return !exists(`${source}.ts`) && !exists(source);
    });
    expect(strays).toEqual([]);
  });
});

describe("comments", () => {
  it("open each file of ledger, wallet and crypto with one line about its purpose", () => {
    const files = filesOf("ledger", "wallet", "crypto");
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !/^\/\/ \S.{20,}/.test(textOf(file)))).toEqual([]);
  });

  it("contain no notes about unfinished work", () => {
    const unfinished = new RegExp(
      `\\b(${["TO", "FIX"].map((half) => half + (half === "TO" ? "DO" : "ME")).join("|")})\\b`,
    );
    const files = [...code, ...filesIn("drizzle"), ...filesIn("postman")];
    expect(files.filter((file) => unfinished.test(textOf(file)))).toEqual([]);
  });
});

describe("the log", () => {
  it("gets only lines in JSON with a time", () => {
    const calls = filesIn("src")
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
      .flatMap((file) => textOf(file).match(/\bconsole\.\w+\(\s*\w+/g) ?? []);
    expect(calls.length).toBeGreaterThan(10);
    const others = calls.filter((call) => !/\((logLine|requestLine)$/.test(call));
    expect(others).toEqual([]);
  });
});

describe("time", () => {
  it("is read from the machine's clock in one file only", () => {
    const clock = /\bDate\.now\(\)|\bnew Date\(\)|\bperformance\.now\(\)/;
    const CLOCK = "src/domain/instant.ts";
    const files = filesIn("src").filter((file) => clock.test(textOf(file)));
    expect(files).toEqual([CLOCK]);
  });
});

describe("money", () => {
  it("is never converted to a float in the ledger", () => {
    const files = [...filesOf("ledger"), "src/domain/money.ts"];
    const float = /\bparseFloat\b|\.toFixed\(|\bNumber\((?!\w*(\.\w+)*_ms\))/;
    const lines = files.flatMap((file) =>
      textOf(file)
        .split("\n")
        .filter((line) => float.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    // Only times in milliseconds are numbers.
    expect(lines).toEqual([]);
  });

  it("becomes a number in one file of the console only: as pixels or per cent", () => {
    const exact = /\bBigInt\(|\b\d+n\b|\btoMinor\(/;
    const float = /\bparseFloat\b|\.toFixed\(|\bNumber\(|[(= ]\+String\(/;
    const files = filesIn("console/src").filter(
      (file) => exact.test(textOf(file)) && float.test(textOf(file)),
    );
    expect(files).toEqual(["console/src/ui/share.ts"]);
  });

  it("has no function of floats in the console and the client", () => {
    const float = /\bparseFloat\b|\.toFixed\(/;
    const files = [...filesIn("console/src"), ...filesIn("packages/client/src")];
    expect(files.filter((file) => float.test(textOf(file)))).toEqual([]);
  });
});
