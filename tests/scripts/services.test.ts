import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readVariable } from "../../scripts/dev/dev-secrets.ts";
import {
  copyCheckout,
  isOpenToOthers,
  isRoot,
  NOBODY,
  runIn,
  startServicesIn,
} from "./checkout-copy.ts";

let checkout: ReturnType<typeof copyCheckout>;
beforeEach(() => {
  checkout = copyCheckout();
});
afterEach(async () => {
  await runIn(checkout.folder, "reset.ts");
  checkout.remove();
});

const inCheckout = (...names: string[]) => path.join(checkout.folder, ...names);
const devVars = () => readFileSync(inCheckout(".dev.vars"), "utf8");

/** How many customers' wallets a database has; throws when it is not migrated. */
async function walletsIn(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("SELECT count(*)::int AS n FROM wallets");
    return rows[0].n;
  } finally {
    await client.end();
  }
}

describe("npm run services", { timeout: 90_000 }, () => {
  it("writes to .dev.vars what wrangler dev needs, makes ./public, and migrates", async () => {
    const services = await startServicesIn(checkout.folder, { env: { PORT: "8123" } });
    const text = devVars();
    expect(readVariable(text, "ENVIRONMENT")).toBe("development");
    expect(readVariable(text, "NEON_GATEWAY")).toBe(`127.0.0.1:${services.ports.GATEWAY_PORT}`);
    expect(readVariable(text, "PASSKEY_ORIGINS")).toBe("http://localhost:8123");
    expect(readVariable(text, "ACCESS_TOKEN_KEYS")).toContain("HS256");
    const url = readVariable(text, "DATABASE_URL") ?? "";
    expect(new URL(url).port).toBe(services.ports.POSTGRES_PORT);
    expect(await walletsIn(url)).toBeGreaterThan(0);
    expect(existsSync(inCheckout("public/docs/assets/standalone.esm.js"))).toBe(true);
    expect(await services.stop()).toBe(0);
  });

  it("keeps the same secrets and its own lines once, however often it starts", async () => {
    await (await startServicesIn(checkout.folder)).stop();
    const first = devVars();
    await (await startServicesIn(checkout.folder)).stop();
    const second = devVars();
    const secrets = ["ACCESS_TOKEN_KEYS", "SEALING_KEYS", "MESSAGE_WEBHOOK_SECRET"];
    for (const name of secrets) expect(readVariable(second, name)).toBe(readVariable(first, name));
    expect(second.match(/^NEON_GATEWAY=/gm)).toHaveLength(1);
  });

  it("and npm start refuse to run at once in one checkout", async () => {
    const services = await startServicesIn(checkout.folder);
    const { code, stderr } = await runIn(checkout.folder, "start.ts");
    expect(stderr).toBe(
      `mahfaza: npm run services already runs in this checkout (process ${services.pid}): end it first\n`,
    );
    expect(code).toBe(1);
    await services.stop();
  });
});

describe("a command that needs the database", { timeout: 90_000 }, () => {
  it("finds that of a run whose data folder is elsewhere", async () => {
    const elsewhere = mkdtempSync("/tmp/mahfaza-data-");
    const env = { MAHFAZA_DATA: elsewhere };
    const services = await startServicesIn(checkout.folder, { env });
    const { code, stdout, stderr } = await runIn(checkout.folder, "reconcile.ts");
    expect(stderr).toBe(`mahfaza: using the database of npm run services in ${elsewhere}\n`);
    expect(stdout).toContain("0 transactions");
    expect(code).toBe(0);
    expect(existsSync(inCheckout(".data/postgres"))).toBe(false);
    await services.stop();
    await runIn(checkout.folder, "reset.ts", { env });
    expect(existsSync(elsewhere)).toBe(false);
  });

  it.each(["reconcile.ts", "make-admin.ts"])("%s makes none when there is none", async (script) => {
    const args = script === "make-admin.ts" ? ["+967771234567"] : [];
    const { code, stderr } = await runIn(checkout.folder, script, { args });
    expect(stderr).toMatch(
      /^mahfaza: there is no database in \S+\.data: run npm start first, [^\n]+\n$/,
    );
    expect(code).toBeGreaterThan(0);
    expect(existsSync(inCheckout(".data/postgres"))).toBe(false);
  });

  it("uses the checkout's own when no run is alive", async () => {
    await (await startServicesIn(checkout.folder)).stop();
    const { stdout } = await runIn(checkout.folder, "reconcile.ts");
    expect(stdout).toContain("ok: the ledger is proven");
  });
});

describe("npm run reset", { timeout: 90_000 }, () => {
  it("refuses while a run is alive, then says what it removes and leaves nothing", async () => {
    const services = await startServicesIn(checkout.folder);
    const dataDir = path.resolve(
      checkout.folder,
      execFileSync("realpath", [inCheckout(".data/postgres")], { encoding: "utf8" }).trim(),
    );
    expect((await runIn(checkout.folder, "reset.ts")).stderr).toBe(
      `mahfaza: npm run services runs in this checkout (process ${services.pid}): end it first\n`,
    );
    expect(existsSync(path.join(dataDir, "PG_VERSION"))).toBe(true);
    await services.stop();
    const { stdout } = await runIn(checkout.folder, "reset.ts");
    expect(stdout).toContain(`removed the data in ${inCheckout(".data")}`);
    if (isRoot) expect(stdout).toContain(`removed the database ${dataDir}\n`);
    expect(existsSync(dataDir)).toBe(false);
    expect(existsSync(inCheckout(".data"))).toBe(false);
    expect(devVars()).not.toContain("NEON_GATEWAY");
    expect((await runIn(checkout.folder, "reset.ts")).stdout).toMatch(/^nothing to remove: /);
  });

  it("leaves files that it does not know", async () => {
    const elsewhere = mkdtempSync("/tmp/mahfaza-data-");
    const env = { MAHFAZA_DATA: elsewhere };
    execFileSync("touch", [path.join(elsewhere, "mine.txt")]);
    await (await startServicesIn(checkout.folder, { env })).stop();
    await runIn(checkout.folder, "reset.ts", { env });
    expect(execFileSync("ls", ["-A", elsewhere], { encoding: "utf8" })).toBe("mine.txt\n");
    rmSync(elsewhere, { recursive: true });
  });

  it.runIf(isRoot)("finds root's database when the data folder was deleted by hand", async () => {
    await (await startServicesIn(checkout.folder)).stop();
    const dataDir = execFileSync("readlink", [inCheckout(".data/postgres")], { encoding: "utf8" });
    rmSync(inCheckout(".data"), { recursive: true });
    const { stdout } = await runIn(checkout.folder, "reset.ts");
    expect(stdout).toContain(`removed the database ${dataDir}`);
    expect(existsSync(dataDir.trim())).toBe(false);
  });
});

// Below a folder that only root may enter, no other user can run the checkout's packages.
const canBeShared = isRoot && isOpenToOthers();

describe.runIf(canBeShared)("root and a user in one checkout", { timeout: 90_000 }, () => {
  it("work one after the other on one database, in the user's checkout", async () => {
    checkout.remove();
    checkout = copyCheckout(NOBODY);
    await (await startServicesIn(checkout.folder)).stop();
    for (const name of [
      ".data",
      ".data/postgres",
      ".data/postgres.password",
      ".dev.vars",
      "public",
    ])
      expect(lstatSync(inCheckout(name)).uid, name).toBe(NOBODY);
    const password = readFileSync(inCheckout(".data/postgres.password"), "utf8");
    const services = await startServicesIn(checkout.folder, { uid: NOBODY });
    expect(readVariable(devVars(), "DATABASE_URL")).toContain(password);
    const { stderr } = await runIn(checkout.folder, "services.ts");
    expect(stderr).toContain("already runs in this checkout");
    await services.stop();
    await (await startServicesIn(checkout.folder)).stop();
    expect(statSync(inCheckout(".data/postgres.log")).uid).toBe(NOBODY);
  });

  it("are told apart while the other one's run is alive", async () => {
    checkout.remove();
    checkout = copyCheckout(NOBODY);
    const services = await startServicesIn(checkout.folder);
    const { stderr } = await runIn(checkout.folder, "services.ts", { uid: NOBODY });
    expect(stderr).toBe(
      `mahfaza: npm run services already runs in this checkout (process ${services.pid} of root): end it first\n`,
    );
    await services.stop();
  });

  it.each(["start.ts", "services.ts", "test.ts"])(
    "%s says in one line that the checkout is root's, and what to run",
    async (script) => {
      const args = script === "test.ts" ? ["tests/unit"] : [];
      const { code, stderr } = await runIn(checkout.folder, script, { uid: NOBODY, args });
      expect(stderr).toBe(
        `mahfaza: ${checkout.folder} belongs to root, and nobody cannot use it: run sudo chown -R nobody ${checkout.folder}\n`,
      );
      expect(code).toBe(1);
    },
  );
});
