import { describe, expect, it } from "vitest";
import { PRODUCTION_SECRETS } from "../../scripts/secrets/new-secrets.ts";
import { missingTests, testReferences } from "./test-references.ts";
import { textOf } from "./tree.ts";

const text = textOf("docs/security.md");
const references = testReferences(text);

/** The numbers of requirements in a table's first cell: `6.2.2, 6.2.3`, `6.5.1 – 6.5.5`. */
const firstCells = [...text.matchAll(/^\| (\d+\.\d+\.\d+[^|]*) \|/gm)].map(([, cell = ""]) => cell);

function numbersOf(cell: string): string[] {
  return cell.split(", ").flatMap((part) => {
    const [from = "", to] = part.split(" – ");
    const [chapter, section, last] = from.split(".").map(Number);
    const [, endSection, end] = (to ?? from).split(".").map(Number);
    // A range over sections is only named at its ends: how many lie between, the standard says.
    if (section !== endSection) return [from, to ?? from];
    const count = (end ?? 0) - (last ?? 0) + 1;
    return Array.from({ length: count }, (_, i) => `${chapter}.${section}.${(last ?? 0) + i}`);
  });
}

describe("the settings of the deployment", () => {
  // A text that somebody searches for is in the query.
  it("the platform's log has no query", () => {
    const [, observability = ""] = textOf("wrangler.toml").split("[observability]");
    expect(observability.split("\n[")[0]).toMatch(/^redact_query_string = true$/m);
  });

  it("no secret is among the variables", () => {
    const secrets = ["DATABASE_URL", ...Object.keys(PRODUCTION_SECRETS)];
    expect(secrets.length).toBeGreaterThan(5);
    const variables = [...textOf("wrangler.toml").matchAll(/^\s*(\w+)\s*=/gm)].map(
      ([, name]) => name,
    );
    expect(variables).toContain("TOKEN_ISSUER");
    expect(secrets.filter((name) => variables.includes(name))).toEqual([]);
  });

  // Should an address ever come from outside again, it leads to nothing that the public cannot reach.
  it("fetches as from the public Internet", () => {
    expect(textOf("wrangler.toml")).toMatch(
      /^compatibility_flags = .*"global_fetch_strictly_public"/m,
    );
  });
});

describe("docs/security.md", () => {
  it("names tests at all", () => expect(references.length).toBeGreaterThan(80));

  it("names no test that is not there", () => expect(missingTests(references)).toEqual([]));

  it("answers each requirement once", () => {
    const numbers = firstCells.flatMap(numbersOf);
    expect(numbers.length).toBeGreaterThan(150);
    const twice = numbers.filter((number, i) => numbers.indexOf(number) !== i);
    expect(twice).toEqual([]);
  });
});
