// Wrangler inherits neither variables nor bindings: an environment that lacks one is refused only when it runs.
import { describe, expect, it } from "vitest";
import { unstable_readConfig } from "wrangler";
import { environmentOf, requireNeon, requireOwnSettings } from "../../scripts/deploy.ts";
import { newSecrets } from "../../scripts/secrets/new-secrets.ts";
import { RATE_LIMITS, readConfig } from "../../src/env.ts";

const configOf = (env?: string) =>
  unstable_readConfig({ config: "wrangler.toml", ...(env && { env }) }, { hideWarnings: true });

const production = configOf();
const staging = configOf("staging");
const names = (bindings: readonly { readonly name: string }[]) =>
  bindings.map(({ name }) => name).sort();

describe("[env.staging] of wrangler.toml", () => {
  it("has every variable and binding of production", () => {
    expect(Object.keys(staging.vars).sort()).toEqual(Object.keys(production.vars).sort());
    expect(names(staging.ratelimits)).toEqual(names(production.ratelimits));
    expect(names(staging.ratelimits)).toEqual([...RATE_LIMITS].sort());
    expect(staging.durable_objects).toEqual(production.durable_objects);
    expect(staging.assets).toEqual(production.assets);
    expect(staging.triggers).toEqual(production.triggers);
    expect(staging.placement).toEqual(production.placement);
    expect(staging.migrations).toEqual(production.migrations);
  });

  it("shares no rate limit, issuer, audience or passkey domain with production", () => {
    expect(staging.name).toBe("mahfaza-staging");
    const ids = [...production.ratelimits, ...staging.ratelimits].map(
      (limit) => limit.namespace_id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of [
      "TOKEN_ISSUER",
      "TOKEN_AUDIENCE",
      "PASSKEY_RP_ID",
      "MESSAGE_WEBHOOK_URL",
      "FUNDING_PAYOUT_URL",
    ]) {
      expect(staging.vars[name], name).not.toBe(production.vars[name]);
    }
  });

  it.each([
    ["production", production],
    ["staging", staging],
  ])("starts by the Worker's own validation: %s", (_, { vars }) => {
    const limits = Object.fromEntries(RATE_LIMITS.map((name) => [name, { limit: () => {} }]));
    const DATABASE_URL = "postgres://a:b@ep-quiet-1.eu-central-1.aws.neon.tech/neondb";
    const env = { ...vars, ...limits, ...newSecrets(), DATABASE_URL };
    expect(() => readConfig(env as unknown as Env)).not.toThrow();
  });
});

describe("npm run deploy", () => {
  it("refuses settings that still name the domain of the example", () => {
    for (const { vars } of [production, staging]) {
      expect(() => requireOwnSettings(vars)).toThrow(
        "set TOKEN_ISSUER, PASSKEY_RP_ID, PASSKEY_ORIGINS, MESSAGE_WEBHOOK_URL, FUNDING_PAYOUT_URL in wrangler.toml",
      );
      const own = Object.entries(vars).map(([name, value]) => [
        name,
        `${value}`.replaceAll("mahfaza.example", "wallet-of-examples.com"),
      ]);
      expect(() => requireOwnSettings(Object.fromEntries(own))).not.toThrow();
    }
  });

  it("reads the environment as wrangler does", () => {
    expect(environmentOf([])).toBe("");
    expect(environmentOf(["--env", "staging"])).toBe("staging");
    expect(environmentOf(["--dry-run", "-e", "staging"])).toBe("staging");
    expect(environmentOf(["--env=staging"])).toBe("staging");
  });

  it("wants Neon, whose protocols the Worker speaks", () => {
    expect(() => requireNeon(undefined)).toThrow("DATABASE_URL is not set");
    expect(() => requireNeon("postgres://a:b@db.example/c")).toThrow("db.example is not Neon");
    const neon = "postgres://a:b@ep-quiet-1.eu-central-1.aws.neon.tech/neondb";
    expect(requireNeon(neon)).toBe(neon);
  });
});
