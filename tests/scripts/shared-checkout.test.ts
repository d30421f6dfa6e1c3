import { lstatSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readVariable } from "../../scripts/dev/dev-secrets.ts";
import {
  isOpenToOthers,
  isRoot,
  NOBODY,
  runIn,
  startServicesIn,
  useCheckoutCopy,
} from "./checkout-copy.ts";

const checkout = useCheckoutCopy();
const { inCheckout, devVars } = checkout;

// Below a folder that only root may enter, no other user can run the checkout's packages.
const canBeShared = isRoot && isOpenToOthers();

describe.runIf(canBeShared)("root and a user in one checkout", () => {
  it("work one after the other on one database, in the user's checkout", async () => {
    checkout.giveTo(NOBODY);
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
    checkout.giveTo(NOBODY);
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
