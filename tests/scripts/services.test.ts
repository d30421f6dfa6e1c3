import { existsSync, mkdtempSync } from "node:fs";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { readVariable } from "../../scripts/dev/dev-secrets.ts";
import { runIn, startServicesIn, useCheckoutCopy } from "./checkout-copy.ts";

const checkout = useCheckoutCopy();
const { inCheckout, devVars } = checkout;

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

describe("npm run services", () => {
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

describe("a command that needs the database", () => {
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
