import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { RATE_LIMITS, readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { PRODUCTION } from "../production.ts";

const reading = (changed: Readonly<Record<string, unknown>>) => () =>
  readConfig({ ...env, ...changed } as unknown as Env);

describe("production", () => {
  it("starts with every rate limit and without a local gateway", () => {
    expect(reading(PRODUCTION)).not.toThrow();
  });

  it.each(RATE_LIMITS)("does not start without %s, nor with a binding of another kind", (name) => {
    expect(reading({ ...PRODUCTION, [name]: undefined })).toThrow(`${name}: no rate limit`);
    expect(reading({ ...PRODUCTION, [name]: "600" })).toThrow(`${name}: a rate limit`);
  });

  it("does not start with a gateway that receives the database password unencrypted", () => {
    for (const NEON_GATEWAY of ["127.0.0.1:5433", "gateway.example:80"]) {
      expect(reading({ ...PRODUCTION, NEON_GATEWAY })).toThrow("NEON_GATEWAY");
    }
  });
});

describe("the rates of exchange", () => {
  it("for trying the service count everywhere but in production", () => {
    expect(reading({})().allowsSandboxRates).toBe(true);
    expect(reading({ ENVIRONMENT: "development" })().allowsSandboxRates).toBe(true);
    expect(reading(PRODUCTION)().allowsSandboxRates).toBe(false);
  });

  it("are read from a feed only where the settings name one, by https in production", () => {
    expect(reading({})().ratesFeedUrl).toBeNull();
    const RATES_FEED_URL = "http://rates.example/now";
    expect(reading({ RATES_FEED_URL })().ratesFeedUrl).toBe(RATES_FEED_URL);
    expect(reading({ ...PRODUCTION, RATES_FEED_URL })).toThrow("RATES_FEED_URL");
    expect(reading({ RATES_FEED_URL: "rates.example" })).toThrow("RATES_FEED_URL");
  });
});

describe("the limits of a deployment", () => {
  it("are those of production in production", () => {
    expect(reading({ ...PRODUCTION, LIMITS_PROFILE: "development" })).toThrow("LIMITS_PROFILE");
    expect(reading({ LIMITS_PROFILE: "none" })).toThrow("LIMITS_PROFILE");
  });

  it("turn in a zone that has a name: an offset means its opposite in Postgres", () => {
    for (const LIMITS_ZONE of ["Asia/Aden", "America/Argentina/Ushuaia", "UTC"]) {
      expect(reading({ LIMITS_ZONE })).not.toThrow();
    }
    for (const LIMITS_ZONE of ["+03:00", "Asia/Nowhere", "Asia/Aden'", "", undefined]) {
      expect(reading({ LIMITS_ZONE })).toThrow("LIMITS_ZONE");
    }
  });
});

describe("the provider of deposits and withdrawals", () => {
  const WEBHOOK = { FUNDING_PAYOUT_URL: "https://provider.example/payouts" };
  const providerOf = (changed: Readonly<Record<string, unknown>>) =>
    readConfig({ ...env, ...changed } as unknown as Env).funding.provider;

  it("is webhook in production and simulated elsewhere, unless it is named", () => {
    expect(providerOf({ ...PRODUCTION, ...WEBHOOK })).toBe("webhook");
    expect(providerOf({})).toBe("simulated");
    expect(providerOf({ ENVIRONMENT: "development" })).toBe("simulated");
    expect(providerOf({ ...WEBHOOK, FUNDING_PROVIDER: "webhook" })).toBe("webhook");
  });

  it("is simulated in production only as a sandbox that is named by a second setting", () => {
    const simulated = { ...PRODUCTION, FUNDING_PROVIDER: "simulated" };
    for (const FUNDING_SANDBOX of [undefined, "no"]) {
      expect(reading({ ...simulated, FUNDING_SANDBOX })).toThrow("FUNDING_PROVIDER: simulated");
    }
    expect(reading({ ...simulated, FUNDING_SANDBOX: "true" })).toThrow("FUNDING_SANDBOX");
    expect(providerOf({ ...simulated, FUNDING_SANDBOX: "yes" })).toBe("simulated");
    // The sandbox alone does not choose it.
    expect(providerOf({ ...PRODUCTION, ...WEBHOOK, FUNDING_SANDBOX: "yes" })).toBe("webhook");
  });

  it.each(["FUNDING_WEBHOOK_SECRETS", "FUNDING_PAYOUT_SECRET", "FUNDING_PAYOUT_URL"])(
    "does not start as webhook without %s",
    (name) => {
      const webhook = { ...PRODUCTION, ...WEBHOOK, [name]: undefined };
      expect(reading(webhook)).toThrow(`configuration refused: missing ${name}`);
    },
  );

  it("does not start with payouts in clear, or with other secrets than those of webhooks", () => {
    const inClear = { FUNDING_PAYOUT_URL: "http://provider.example/payouts" };
    expect(reading({ ...PRODUCTION, ...inClear })).toThrow("FUNDING_PAYOUT_URL: payouts travel");
    const secret = `whsec_${btoa("s".repeat(32))}`;
    const secrets = (count: number) => ({
      ...WEBHOOK,
      FUNDING_PROVIDER: "webhook",
      FUNDING_WEBHOOK_SECRETS: Array(count).fill(secret).join(" "),
    });
    expect(reading(secrets(4))).not.toThrow();
    expect(reading(secrets(5))).toThrow("FUNDING_WEBHOOK_SECRETS");
    for (const FUNDING_WEBHOOK_SECRETS of ["", " ", "secret", `${secret},${secret}`]) {
      expect(reading({ ...WEBHOOK, FUNDING_WEBHOOK_SECRETS })).toThrow("FUNDING_WEBHOOK_SECRETS");
    }
  });
});

describe("a Worker without its settings", () => {
  const bare = { ...env, ...PRODUCTION, DATABASE_URL: undefined, CODE_KEY: undefined };
  const ask = (origin: string) => createApp().request(`${origin}/v1/currencies`, {}, bare);

  it("says on the developer's machine what is missing and which command sets it", async () => {
    const answer = await ask("http://localhost:8787");
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({
      code: "internal_error",
      detail:
        "configuration refused: missing DATABASE_URL, CODE_KEY. Run `npm run services`, which writes the settings to .dev.vars.",
    });
  });

  it("names no setting on any other host", async () => {
    const answer = await ask("https://mahfaza.example");
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/DATABASE_URL|CODE_KEY|services/);
  });
});

describe("a deployment outside production", () => {
  it("does not start with ENVIRONMENT=test without a gateway on the same machine", () => {
    expect(reading({ ENVIRONMENT: "test" })).not.toThrow();
    for (const NEON_GATEWAY of [undefined, "gateway.example:80", "127.0.0.1.example:80"]) {
      expect(reading({ ENVIRONMENT: "test", NEON_GATEWAY })).toThrow("ENVIRONMENT");
    }
  });

  it("answers with ENVIRONMENT=development only on localhost, and says so elsewhere", async () => {
    const ask = (origin: string) =>
      createApp().request(`${origin}/v1/currencies`, {}, { ...env, ENVIRONMENT: "development" });
    for (const origin of [
      "http://localhost:8787",
      "http://app.localhost:8787",
      "http://127.0.0.1:8787",
      "http://[::1]:8787",
    ]) {
      expect((await ask(origin)).status, origin).toBe(200);
    }
    for (const origin of [
      "https://mahfaza.example",
      "https://localhost.example",
      "https://mylocalhost",
      "https://127.0.0.1.example",
      "http://192.168.1.7:8787",
    ]) {
      const answer = await ask(origin);
      expect(answer.status, origin).toBe(404);
      expect(await answer.text()).toContain("localhost alone");
    }
  });

  it("does not start with any other ENVIRONMENT", () => {
    for (const ENVIRONMENT of [undefined, "", "staging", "Production"]) {
      expect(reading({ ENVIRONMENT })).toThrow("ENVIRONMENT");
    }
  });
});
