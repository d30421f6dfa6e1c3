import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, importsOf, textOf } from "./tree.ts";

const ROOT = "console/src";

/**
 * The folders of the console, from the lowest up. A folder imports from itself and from those of
 * the rows above its own: not from its neighbours in a row.
 */
const ROWS: readonly (readonly string[])[] = [
  ["styles", "device"],
  ["i18n"],
  ["api", "ui"],
  ["problems"],
  ["chart", "identity"],
  ["pay"],
  ["transactions", "transfer", "wallets", "login"],
  ["pages", "desk"],
  ["app"],
];
/** The files beside the folders: programs start with them. They import all, and no folder them. */
const STARTS = ["begin.ts", "desk.tsx", "person.tsx", "service-worker.ts"];

const files = filesIn(ROOT).filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap((file) =>
  importsOf(file)
    .filter(({ target }) => target.startsWith(`${ROOT}/`))
    .map(({ target }) => ({ from: path.relative(ROOT, file), to: path.relative(ROOT, target) })),
);
const folderOf = (file: string) => file.split("/")[0] ?? "";
const rowOf = (file: string) => {
  const row = ROWS.findIndex((folders) => folders.includes(folderOf(file)));
  return row < 0 ? ROWS.length : row;
};
/** The folder of a page; null for a file that is no part of one. */
const pageOf = (file: string) => /^pages\/([^/]+)\//.exec(file)?.[1] ?? null;

type Import = (typeof imports)[number];

const textsOf = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

function isUpward({ from, to }: Import): boolean {
  return folderOf(from) !== folderOf(to) && rowOf(to) >= rowOf(from) && !STARTS.includes(from);
}

function isBetweenPages({ from, to }: Import): boolean {
  const [page, other] = [pageOf(from), pageOf(to)];
  return page !== null && other !== null && page !== other;
}

describe("imports of the console", () => {
  it("are found by this test", () => {
    expect(textsOf(imports)).toEqual(
      expect.arrayContaining([
        "person.tsx → app/app.tsx",
        "desk.tsx → begin.ts",
        "app/routes.tsx → pages/home/home-page.tsx",
        "begin.ts → styles/index.css",
      ]),
    );
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it("are restricted for every folder", () => {
    const known = [...ROWS.flat(), ...STARTS].sort();
    const targets = imports.map(({ to }) => folderOf(to));
    const found = files.map((file) => folderOf(path.relative(ROOT, file)));
    expect([...new Set([...found, ...targets])].sort()).toEqual(known);
  });

  it("have the order of the table in docs/console.md", () => {
    const [, built = ""] = textOf("docs/console.md").split("\n## How it is built\n");
    const [section = ""] = built.split("\n## ");
    const table = [...section.matchAll(/^\| `([a-z0-9]+)\/` \|/gm)];
    expect(table.map(([, folder]) => folder)).toEqual(ROWS.flat());
  });

  it("go only to lower folders", () => {
    expect(textsOf(imports.filter(isUpward))).toEqual([]);
  });

  it("do not go from one page's folder to another's", () => {
    expect(textsOf(imports.filter(isBetweenPages))).toEqual([]);
  });

  it.each([
    ["ui/button.tsx", "pay/review.tsx"],
    ["api/client.ts", "ui/button.tsx"],
    ["pages/home/words.ts", "begin.ts"],
  ])("would be refused from %s to %s", (from, to) => {
    expect(isUpward({ from, to })).toBe(true);
  });

  it("would be refused between two pages, and not between the folders of one page", () => {
    expect(isBetweenPages({ from: "pages/a/one.ts", to: "pages/b/two.ts" })).toBe(true);
    expect(isBetweenPages({ from: "pages/a/one.ts", to: "pages/a/more/two.ts" })).toBe(false);
    expect(isBetweenPages({ from: "pages/front.ts", to: "pages/a/one.ts" })).toBe(false);
  });
});
