import { describe, expect, it } from "vitest";
import { WORKER_SETTINGS } from "../../../../bench/serve/settings.ts";
import { textOf } from "../../../tidy/tree.ts";

describe("the settings of the measured Worker", () => {
  it("are the same as in wrangler.toml", () => {
    const [, vars = ""] = textOf("wrangler.toml").split(/^\[vars\]$/m);
    for (const name of ["PASSWORD_SCRYPT", "LEDGER_WRITERS"]) {
      expect(vars).toContain(`${name} = "${WORKER_SETTINGS[name]}"`);
    }
  });
});
