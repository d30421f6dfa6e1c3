import path from "node:path";
import { describe, expect, it } from "vitest";
import { readStatements } from "../../scripts/migrate/read-migrations.ts";
import { VIOLATIONS } from "../ledger/constraint-violations.ts";
import { FIRST_RULED, offencesIn } from "./migration-rules.ts";
import { filesIn, textOf } from "./tree.ts";

const migrations = filesIn("drizzle").filter((file) => file.endsWith(".sql"));
const all = migrations.map(textOf).join("\n");

/** The names under which the database refuses: constraints, unique indexes, and what triggers throw. */
function rules(): string[] {
  const named = [
    ...all.matchAll(/(?<!RENAME )\bCONSTRAINT "(\w+)"|\bCREATE UNIQUE INDEX "(\w+)"/g),
  ];
  const renamed = new Map(
    [...all.matchAll(/\bRENAME CONSTRAINT "(\w+)" TO "(\w+)"/g)].map(([, from, to]) => [from, to]),
  );
  const names = named.map(([, constraint, index]) => constraint ?? index ?? "");
  return [...names.map((name) => renamed.get(name) ?? name), ...refusingTriggers()];
}

/** The triggers that refuse, but for those that stood only while old rows were changed. */
function refusingTriggers(): Set<string> {
  const names = new Set<string>();
  const words = /(CREATE|DROP) TRIGGER (\w+)[^;]*?(?:EXECUTE FUNCTION (\w+)|;)/g;
  for (const [, word, trigger = "", action] of all.matchAll(words)) {
    if (word === "DROP") names.delete(trigger);
    else if (action?.startsWith("refuse_")) names.add(trigger);
  }
  return names;
}

describe("migrations", () => {
  it("are there", () => expect(migrations.length).toBeGreaterThan(2));

  it.each(migrations)("%s is named by a sentence and opens with why", (file) => {
    expect(path.basename(file)).toMatch(/^\d{4}(_[a-z]+){2,}\.sql$/);
    expect(textOf(file)).toMatch(/^-- [A-Z].{30,}/);
  });

  it.each(migrations)("%s has directives that the runner knows", (file) => {
    const statements = textOf(file).split("--> statement-breakpoint");
    expect(readStatements(file, statements).steps.length).toBeGreaterThan(0);
  });

  it(`stop nobody who uses the tables meanwhile, from number ${FIRST_RULED} on`, () => {
    const offences = migrations.slice(FIRST_RULED).flatMap((file) => {
      const earlier = migrations.slice(0, migrations.indexOf(file)).map(textOf);
      return offencesIn(textOf(file), earlier).map((offence) => `${file}: ${offence}`);
    });
    expect(offences).toEqual([]);
    // The rules see something: those that landed before them break several.
    expect(
      migrations.slice(0, FIRST_RULED).flatMap((file) => offencesIn(textOf(file))),
    ).not.toEqual([]);
  });

  it("are all in the journal, in their order", () => {
    const { entries } = JSON.parse(textOf("drizzle/meta/_journal.json")) as {
      entries: { idx: number; tag: string; when: number }[];
    };
    expect(entries.map(({ tag }) => `drizzle/${tag}.sql`)).toEqual(migrations);
    expect(entries.map(({ idx }) => idx)).toEqual(migrations.map((_, i) => i));
    const times = entries.map(({ when }) => when);
    // The migrator skips what is older than the last one it ran.
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it("make no rule that no test tries to break", () => {
    const tried = new Set(VIOLATIONS.map(([rule]) => rule));
    expect(rules().length).toBeGreaterThan(50);
    expect([...new Set(rules())].filter((rule) => !tried.has(rule))).toEqual([]);
  });
});
