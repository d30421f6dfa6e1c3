import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, importsOf, textOf } from "./tree.ts";

/** Imports go down only: from a module to itself and to the modules named here. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  index: ["http", "jobs", "wallet", "ledger"],
  http: ["contract", "services", "domain", "log", "env"],
  jobs: ["services", "ledger", "domain", "log", "env"],
  services: ["wallet", "ledger", "db", "senders", "crypto", "domain", "log", "env"],
  senders: ["crypto", "domain"],
  wallet: ["ledger", "domain", "log", "env"],
  ledger: ["db", "domain", "log", "env"],
  db: ["domain", "log"],
  crypto: ["domain"],
  contract: ["domain"],
  domain: [],
  log: ["domain"],
  env: [],
};

/** Services change balances only through the wallet's client; they may read the ledger. */
const OPEN_TO_SERVICES = [
  "src/wallet/wallet-client.ts",
  "src/ledger/balance-reads.ts",
  "src/ledger/history-reads.ts",
  "src/ledger/history-rows.ts",
  "src/ledger/refund-reads.ts",
  "src/ledger/hold-reads.ts",
  "src/ledger/transaction-pages.ts",
  "src/ledger/watched-holds.ts",
  "src/ledger/reconcile.ts",
];

const PACKAGES: readonly { readonly name: RegExp; readonly modules: readonly string[] }[] = [
  { name: /^(hono|@hono\/)/, modules: ["http"] },
  { name: /^bowser/, modules: ["http"] },
  { name: /^drizzle-orm/, modules: ["db", "ledger", "services"] },
  { name: /^@neondatabase\//, modules: ["db"] },
  { name: /^(jose|@noble\/|otpauth|@simplewebauthn\/)/, modules: ["crypto"] },
  { name: /^cloudflare:workers/, modules: ["index", "wallet", "ledger"] },
  // The Worker runs at the edge; Node's own modules are for scripts and tests.
  { name: /^(pg|ws|vitest|node:(fs|net|http|child_process))\b/, modules: [] },
];

const files = filesIn("src").filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const targetsOf = (file: string) => (imports.get(file) ?? []).map(({ target }) => target);
const isOurs = (target: string) => target.startsWith("src/");
const ownImports = new Map(files.map((file) => [file, targetsOf(file).filter(isOurs)]));
const moduleOf = (file: string) => file.split("/")[1]?.replace(/\.ts$/, "") ?? "";

function offences(isOffence: (file: string, target: string) => boolean): string[] {
  return files.flatMap((file) =>
    targetsOf(file)
      .filter((target) => isOffence(file, target))
      .map((target) => `${file} → ${target}`),
  );
}

describe("imports", () => {
  it("at run time have the one form that tests/static-imports.ts reads", () => {
    const others = /(?<!\bawait )\bimport\(|\bimport\((?!"[./])/;
    const loading = files.filter((file) => /\bimport\(/.test(textOf(file)));
    expect(loading).toContain("src/services/identity/passwords/password-weakness.ts");
    expect(loading.filter((file) => others.test(textOf(file)))).toEqual([]);
  });

  it("are found by this test", () => {
    expect(targetsOf("src/index.ts")).toContain("src/http/app.ts");
    expect(targetsOf("src/ledger/reconcile.ts")).toContain("src/ledger/reconcile-checks.ts");
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
  });

  it("are restricted for every module", () => {
    expect([...new Set(files.map(moduleOf))].filter((module) => !MAY_IMPORT[module])).toEqual([]);
  });

  it("go only to lower modules", () => {
    const isUpward = (file: string, target: string) => {
      const [from, to] = [moduleOf(file), moduleOf(target)];
      return isOurs(target) && from !== to && !MAY_IMPORT[from]?.includes(to);
    };
    expect(offences(isUpward)).toEqual([]);
  });

  it("of src stay within src", () => {
    expect(offences((_, target) => /^(scripts|tests|bench)\//.test(target))).toEqual([]);
  });

  it("of services go only to the wallet's client and the ledger's reads", () => {
    const violations = (file: string, target: string) =>
      moduleOf(file) === "services" &&
      ["wallet", "ledger"].includes(moduleOf(target)) &&
      isOurs(target) &&
      !OPEN_TO_SERVICES.includes(target);
    expect(offences(violations)).toEqual([]);
  });

  it.each(PACKAGES)("of $name are only in $modules", ({ name, modules }) => {
    expect(
      offences((file, target) => name.test(target) && !modules.includes(moduleOf(file))),
    ).toEqual([]);
  });

  it("name their file with its extension, so that scripts can read parts of src", () => {
    expect(offences((_, target) => isOurs(target) && !target.endsWith(".ts"))).toEqual([]);
  });

  it("have no cycle between files, imports of types counted", () => {
    expect(firstCycle(ownImports)).toEqual([]);
  });

  it.each(["bench", "scripts", "packages/client/src"])(
    "have no cycle between files of %s",
    (folder) => {
      const code = filesIn(folder).filter((file) => file.endsWith(".ts"));
      const graph = new Map(
        code.map((file) => [file, importsOf(file).map(({ target }) => target)] as const),
      );
      expect(graph.size).toBeGreaterThan(20);
      expect(firstCycle(graph)).toEqual([]);
    },
  );

  it("have no cycle between the folders of services", () => {
    const services = files.filter((file) => /^src\/services\/.+\//.test(file));
    const byFolder = new Map<string, string[]>();
    for (const file of services) {
      const folder = path.dirname(file);
      const others = targetsOf(file)
        .filter((target) => services.includes(target))
        .map((target) => path.dirname(target))
        .filter((other) => other !== folder);
      byFolder.set(folder, [...(byFolder.get(folder) ?? []), ...others]);
    }
    expect(byFolder.size).toBeGreaterThan(10);
    expect(firstCycle(byFolder)).toEqual([]);
  });
});

/** The nodes of the first cycle that is found, in order; empty when there is no cycle. */
function firstCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const target of graph.get(node) ?? []) {
      const cycle = visit(target, [...path, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  return [...graph.keys()].map((node) => visit(node, [])).find((cycle) => cycle.length > 0) ?? [];
}
