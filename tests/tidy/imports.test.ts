import { describe, expect, it } from "vitest";
import { filesIn, importsOf } from "./tree.ts";

/** Imports go down only: from a room to itself and to the rooms named here. */
const LADDER: Readonly<Record<string, readonly string[]>> = {
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
  log: [],
  env: [],
};

/** Services ask: they read the books, and change them only through the wallet's client. */
const OPEN_TO_SERVICES = [
  "src/wallet/wallet-client.ts",
  "src/ledger/statements.ts",
  "src/ledger/statement-rows.ts",
  "src/ledger/reconcile.ts",
];

const PACKAGES: readonly { readonly name: RegExp; readonly rooms: readonly string[] }[] = [
  { name: /^(hono|@hono\/)/, rooms: ["http"] },
  { name: /^bowser/, rooms: ["http"] },
  { name: /^drizzle-orm/, rooms: ["db", "ledger", "services"] },
  { name: /^@neondatabase\//, rooms: ["db"] },
  { name: /^(jose|@noble\/|otpauth|@simplewebauthn\/)/, rooms: ["crypto"] },
  { name: /^cloudflare:workers/, rooms: ["index", "wallet", "ledger"] },
  // The Worker runs at the edge; what Node has is for scripts and tests.
  { name: /^(pg|ws|vitest|node:(fs|net|http|child_process))\b/, rooms: [] },
];

const files = filesIn("src").filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const targetsOf = (file: string) => (imports.get(file) ?? []).map(({ target }) => target);
const isOurs = (target: string) => target.startsWith("src/");
const roomOf = (file: string) => file.split("/")[1]?.replace(/\.ts$/, "") ?? "";

function offences(isOffence: (file: string, target: string) => boolean): string[] {
  return files.flatMap((file) =>
    targetsOf(file)
      .filter((target) => isOffence(file, target))
      .map((target) => `${file} → ${target}`),
  );
}

describe("imports", () => {
  it("are seen at all", () => {
    expect(targetsOf("src/index.ts")).toContain("src/http/app.ts");
    expect(targetsOf("src/ledger/reconcile.ts")).toContain("src/ledger/reconcile-checks.ts");
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
  });

  it("know every room", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !LADDER[room])).toEqual([]);
  });

  it("go down the ladder only", () => {
    const climbs = (file: string, target: string) => {
      const [from, to] = [roomOf(file), roomOf(target)];
      return isOurs(target) && from !== to && !LADDER[from]?.includes(to);
    };
    expect(offences(climbs)).toEqual([]);
  });

  it("stay within src", () => {
    expect(offences((_, target) => /^(scripts|tests|bench)\//.test(target))).toEqual([]);
  });

  it("of services reach only the wallet's client and the ledger's reads", () => {
    const trespasses = (file: string, target: string) =>
      roomOf(file) === "services" &&
      ["wallet", "ledger"].includes(roomOf(target)) &&
      isOurs(target) &&
      !OPEN_TO_SERVICES.includes(target);
    expect(offences(trespasses)).toEqual([]);
  });

  it.each(PACKAGES)("of $name are only in $rooms", ({ name, rooms }) => {
    expect(offences((file, target) => name.test(target) && !rooms.includes(roomOf(file)))).toEqual(
      [],
    );
  });

  it("name their file with its extension, so that scripts can read parts of src", () => {
    expect(offences((_, target) => isOurs(target) && !target.endsWith(".ts"))).toEqual([]);
  });

  it("have no cycle", () => {
    expect(findCycle()).toEqual([]);
  });
});

/** The files of the first cycle that is met, in its order; empty when there is none. */
function findCycle(): string[] {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    const loaded = (imports.get(file) ?? []).filter(({ isTypeOnly }) => !isTypeOnly);
    for (const { target } of loaded.filter(({ target }) => isOurs(target))) {
      const cycle = visit(target, [...trail, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  return files.map((file) => visit(file, [])).find((cycle) => cycle.length > 0) ?? [];
}
