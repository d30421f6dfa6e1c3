import { describe, expect, it } from "vitest";
import { filesIn, textOf } from "./tree.ts";

const sources = filesIn("src", "scripts", "tests", "bench");
const code = sources.filter((file) => file.endsWith(".ts"));
const modules = (...names: string[]) =>
  filesIn(...names.map((name) => `src/${name}`)).filter((file) => file.endsWith(".ts"));

// If no noun fits, the code belongs into another module.
const NO_NOUNS = /(^|-)(utils?|helpers?|common|misc|types?|constants?|managers?|handlers?)$/;

describe("names", () => {
  it("of files and folders are kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?(\.[a-z0-9]+)?$/;
    const others = sources.filter((file) => !file.split("/").every((part) => kebab.test(part)));
    expect(others).toEqual([]);
  });

  it("say what a file is", () => {
    const vague = sources.filter((file) =>
      file.split("/").some((part) => NO_NOUNS.test(part.replace(/\..*$/, ""))),
    );
    expect(vague).toEqual([]);
  });
});

describe("comments", () => {
  it("begin each file of ledger, wallet and crypto, and say what the file is for", () => {
    const files = modules("ledger", "wallet", "crypto");
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !/^\/\/ \S.{20,}/.test(textOf(file)))).toEqual([]);
  });

  it("contain no notes of unfinished work", () => {
    const unfinished = new RegExp(
      `\\b(${["TO", "FIX"].map((half) => half + (half === "TO" ? "DO" : "ME")).join("|")})\\b`,
    );
    const files = [...code, ...filesIn("drizzle"), ...filesIn("postman")];
    expect(files.filter((file) => unfinished.test(textOf(file)))).toEqual([]);
  });
});

describe("the log", () => {
  it("has only lines in JSON with their time", () => {
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
  it("is never a float in the ledger", () => {
    const files = [...modules("ledger"), "src/domain/money.ts"];
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
});
