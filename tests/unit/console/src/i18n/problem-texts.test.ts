import "../browser.ts";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { language } from "../../../../../console/src/i18n/language.ts";
import { TABLE as AR } from "../../../../../console/src/i18n/problem-texts/ar.ts";
import { TABLE as EN } from "../../../../../console/src/i18n/problem-texts/en.ts";
import { FIELD_CODES } from "../../../../../console/src/i18n/problem-texts/table.ts";
import { failureText } from "../../../../../console/src/problems/failure-text.ts";
import { FAILURE_CODES } from "../../../../../src/domain/refusal.ts";
import { FEEDBACK } from "../../../../../src/services/identity/passwords/packed-words.ts";

const root = path.join(import.meta.dirname, "../../../../..");
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");

/** How the source names the code of a field's fault. */
const NAMED = [
  /addIssue\(\s*\w+,\s*"([a-z_]+)"/g,
  /issue\(\s*\w+,\s*\w+,\s*"([a-z_]+)"/g,
  /issue\(\s*\w+,\s*"\w+",\s*"([a-z_]+)"/g,
  /params(?: =|:) \{ code: "([a-z_]+)"/g,
  /pointer[^}]{0,60}code: "([a-z_]+)"/gs,
  /MISTAKEN = \{[^}]*code: "([a-z_]+)"/gs,
  /issue\.code === "invalid_type" \? "([a-z_]+)" : "[a-z_]+"/g,
  /issue\.code === "invalid_type" \? "[a-z_]+" : "([a-z_]+)"/g,
  /\.\.\.place, code: "([a-z_]+)"/g,
  // PAIR_FAULTS of rates.
  /^ {2}([a-z_]+): \["(?:market|counter_currency|base_currency)", "/gm,
];

function codesInSource(): Set<string> {
  const files = globSync("src/{contract,http}/**/*.ts", { cwd: root });
  const found = files.flatMap((file) =>
    NAMED.flatMap((pattern) => [...textOf(file).matchAll(pattern)].map(([, code]) => code ?? "")),
  );
  return new Set(found);
}

describe("codes of fields", () => {
  it("are those that the service answers", () => {
    expect([...codesInSource()].sort()).toEqual([...FIELD_CODES].sort());
  });

  it.each(FIELD_CODES)("%s has words in both languages, with and without a bound", (code) => {
    for (const { fields } of [EN, AR]) {
      const entry = fields[code];
      const texts = typeof entry === "string" ? [entry] : [entry(null), entry(8)];
      for (const text of texts) expect(text).toMatch(/^[^.!_]{4,}(?:\.(?:50|com))?[^.!_]*$/);
    }
  });
});

describe("reasons of a weak password", () => {
  it("have Arabic words for every sentence of the service", () => {
    const judge = textOf("src/services/identity/passwords/password-weakness.ts");
    const own = [...judge.matchAll(/"([A-Z][^"]+\.)"/g)].map(([, sentence]) => sentence ?? "");
    const sentences = [
      ...own,
      ...Object.values(FEEDBACK.warnings),
      ...Object.values(FEEDBACK.suggestions),
    ];
    expect(own).toHaveLength(2);
    expect(Object.keys(AR.passwords ?? {}).sort()).toEqual(sentences.sort());
  });
});

describe.each(["en", "ar"] as const)("a failed transaction in %s", (next) => {
  beforeEach(() => {
    language.value = next;
  });

  it.each(FAILURE_CODES)("%s has a few words", (code) => {
    expect(failureText(code).length).toBeGreaterThan(5);
    expect(failureText(code).length).toBeLessThan(30);
  });
});
