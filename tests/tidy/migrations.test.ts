import path from "node:path";
import { describe, expect, it } from "vitest";
import { readStatements } from "../../scripts/migrate/read-migrations.ts";
import { VIOLATIONS } from "../ledger/constraint-violations.ts";
import { FIRST_RULED, offencesIn } from "./migration-rules.ts";
import { filesIn, textOf } from "./tree.ts";

const migrations = filesIn("drizzle").filter((file) => file.endsWith(".sql"));
const all = migrations.map(textOf).join("\n");

/** The names of the rules that the database enforces: constraints, unique indexes, and refusing triggers. */
function rules(): string[] {
  const named = [
    ...all.matchAll(
      /(?<!RENAME |DROP |VALIDATE )\bCONSTRAINT "(\w+)"|\bCREATE UNIQUE INDEX "(\w+)"/g,
    ),
  ];
  const renamed = new Map(
    [...all.matchAll(/\bRENAME CONSTRAINT "(\w+)" TO "(\w+)"/g)].map(([, from, to]) => [from, to]),
  );
  const isDropped = (name: string) =>
    Math.max(
      all.lastIndexOf(`DROP CONSTRAINT "${name}"`),
      all.lastIndexOf(`DROP CONSTRAINT IF EXISTS "${name}"`),
    ) > all.lastIndexOf(`ADD CONSTRAINT "${name}"`);
  const names = named
    .map(([, constraint, index]) => constraint ?? index ?? "")
    .map((name) => renamed.get(name) ?? name)
    .filter((name) => !isDropped(name));
  return [...names, ...refusingTriggers()];
}

/** The triggers that refuse, except those that existed only while a migration changed old rows. */
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
  it("exist", () => expect(migrations.length).toBeGreaterThan(2));

  it.each(migrations)("%s is named by a phrase and begins with its reason", (file) => {
    expect(path.basename(file)).toMatch(/^\d{4}(_[a-z]+){2,}\.sql$/);
    expect(textOf(file)).toMatch(/^-- [A-Z].{30,}/);
  });

  it.each(migrations)("%s has directives that the runner knows", (file) => {
    const statements = textOf(file).split("--> statement-breakpoint");
    expect(readStatements(file, statements).steps.length).toBeGreaterThan(0);
  });

  it(`do not block the service while they run, from number ${FIRST_RULED}`, () => {
    const offences = migrations.slice(FIRST_RULED).flatMap((file) => {
      const earlier = migrations.slice(0, migrations.indexOf(file)).map(textOf);
      return offencesIn(textOf(file), earlier).map((offence) => `${file}: ${offence}`);
    });
    expect(offences).toEqual([]);
    // The rules find something: the migrations that are older than the rules break several.
    expect(
      migrations.slice(0, FIRST_RULED).flatMap((file) => offencesIn(textOf(file))),
    ).not.toEqual([]);
  });

  it("are all in the journal, in order", () => {
    const { entries } = JSON.parse(textOf("drizzle/meta/_journal.json")) as {
      entries: { idx: number; tag: string; when: number }[];
    };
    expect(entries.map(({ tag }) => `drizzle/${tag}.sql`)).toEqual(migrations);
    expect(entries.map(({ idx }) => idx)).toEqual(migrations.map((_, i) => i));
    const times = entries.map(({ when }) => when);
    // The migrator skips a migration that is older than the last one it ran.
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it("make no rule without a test that tries to break it", () => {
    const tried = new Set(VIOLATIONS.map(([rule]) => rule));
    expect(rules().length).toBeGreaterThan(50);
    expect([...new Set(rules())].filter((rule) => !tried.has(rule))).toEqual([]);
  });
});
