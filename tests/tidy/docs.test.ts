import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { deadLinksIn, pages, quotedIn, sentencesOf, wordsOf } from "./markdown.ts";
import { filesIn, root, textOf } from "./tree.ts";

/** Words that were invented here for what has a standard name; the glossary has the standard ones. */
const INVENTED: readonly RegExp[] = [
  /\bbrak(e|es|ed|ing)\b/i,
  /\btrespass/i,
  /\bguess(es|ed|er|ing)?\b/i,
  /\bcrowds?\b/i,
  /\bstrangers?\b/i,
  /\bpatien(t|ce)\b/i,
  /\bthe books\b/i,
  /\bwhoever\b/i,
  /\banew\b/i,
  /\blog-ins?\b/i,
  /\b(audit|own) trail\b/i,
  /\brooms?\b/i,
  /\bthe house\b/i,
  /\b(whileLive|deliverAgain|afterLoss|Recollection|GatheringClient|Complaint)\b/,
];

const PROJECT_PATH = /^(src|tests|scripts|bench|docs|drizzle|postman)\/[\w./-]+$/;
const SETTING = /^[A-Z]+(_[A-Z]+)+$/;

const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
const code = [
  ...filesIn("src", "scripts", "tests"),
  "wrangler.toml",
  "tests/tidy/migration-rules.ts",
]
  .map(textOf)
  .join("\n");
const everyPage = pages.map(textOf).join("\n");
const named = (pattern: RegExp, text: string) => [
  ...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name)),
];

describe("README", () => {
  it("fits one screen and a half", () => {
    expect(textOf("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(150);
  });
});

describe("the documentation", () => {
  it.each(pages)("%s has no link that leads nowhere", (page) => {
    expect(deadLinksIn(page)).toEqual([]);
  });

  it("links to headings and files at all", () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(everyPage.match(/\]\([^):]*#/g)?.length).toBeGreaterThan(20);
  });

  it.each(pages)("%s names no file that is not there", (page) => {
    const paths = quotedIn(page).filter((text) => PROJECT_PATH.test(text));
    expect(paths.filter((text) => !existsSync(path.join(root, text)))).toEqual([]);
  });

  // What a changelog tells of is gone by now.
  it.each(pages.filter((page) => page !== "CHANGELOG.md"))(
    "%s names no setting or bound that the code does not have",
    (page) => {
      const names = quotedIn(page).filter((text) => SETTING.test(text));
      expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
    },
  );

  it.each(pages)("%s uses the standard terms", (page) => {
    const words = wordsOf(page);
    expect(INVENTED.flatMap((word) => words.match(word)?.[0] ?? [])).toEqual([]);
  });

  it("says nothing twice", () => {
    // Decisions have the same headings, and each page stands alone.
    const sentences = pages.flatMap(sentencesOf);
    expect(sentences.length).toBeGreaterThan(300);
    const twice = sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i);
    expect(twice).toEqual([]);
  });
});

describe("npm scripts", () => {
  it("that pages name are there", () => {
    const names = named(/\bnpm run ([a-z][a-z:-]*)/g, everyPage);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("are explained in CONTRIBUTING, each one", () => {
    const own = Object.keys(scripts).filter((name) => !/^(pre|post)/.test(name));
    const rows = textOf("CONTRIBUTING.md");
    const call = (name: string) =>
      /^(start|test)$/.test(name) ? `npm ${name}` : `npm run ${name}`;
    expect(own.filter((name) => !new RegExp(`^\\| \`${call(name)}[\` ]`, "m").test(rows))).toEqual(
      [],
    );
  });
});

describe("the commands that run some tests", () => {
  it("name tests that are there", () => {
    const paths = named(/npm (?:test|run test:watch) -- (tests\/[\w./-]+)/g, everyPage);
    expect(paths.length).toBeGreaterThan(3);
    const files = filesIn("tests");
    expect(paths.filter((prefix) => !files.some((file) => file.startsWith(prefix)))).toEqual([]);
  });
});

describe("docs/operations.md", () => {
  const operations = textOf("docs/operations.md");

  it("has every job", () => {
    const jobs = named(/^ {4}(\w+): /gm, textOf("src/jobs/jobs.ts"));
    expect(jobs.length).toBeGreaterThan(5);
    expect(jobs.filter((job) => !operations.includes(`\`${job}\``))).toEqual([]);
  });

  it("has every event of the log", () => {
    const events = named(
      /\b(?:logLine|requestLine)\(\s*"(\w+)"/g,
      filesIn("src").map(textOf).join("\n"),
    );
    expect(events.length).toBeGreaterThan(10);
    expect(events.filter((event) => !operations.includes(`\`${event}\``))).toEqual([]);
  });
});

describe("decisions", () => {
  const files = filesIn("docs/decisions").filter((file) => /\/\d{4}-/.test(file));

  it("are numbered without a gap, and all in the index", () => {
    const index = textOf("docs/decisions/README.md");
    expect(files.map((file) => Number(path.basename(file).slice(0, 4)))).toEqual(
      files.map((_, i) => i + 1),
    );
    expect(files.filter((file) => !index.includes(`(${path.basename(file)})`))).toEqual([]);
  });

  it.each(files)("%s is dated and has context, decision and consequences", (file) => {
    const text = textOf(file);
    expect(text).toMatch(
      /^# \d{4}: .+\n\nAccepted on \d{4}-\d{2}-\d{2} \(commit [0-9a-f]{7}\)\.\n/,
    );
    const headings = named(/^## (.+)$/gm, text);
    expect(headings).toEqual(["Context", "Decision", "Consequences"]);
  });
});
