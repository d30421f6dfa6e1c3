import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isRoot, runIn, startServicesIn, useCheckoutCopy } from "./checkout-copy.ts";

const checkout = useCheckoutCopy();
const { inCheckout, devVars } = checkout;

describe("npm run reset", () => {
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
