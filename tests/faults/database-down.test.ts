import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNeonGateway } from "../../scripts/neon-gateway/start-gateway.ts";
import { signAccessToken } from "../../src/crypto/access-token.ts";
import { HTTP_QUERY_MS_MAX } from "../../src/domain/bounds.ts";
import { newId } from "../../src/domain/ids.ts";
import { createApp } from "../../src/http/app.ts";
import { NEW_PASSWORD, PASSWORD, TEST_KEY } from "../planted-secrets.ts";
import { type StallingRelay, startStallingRelay } from "./stalling-relay.ts";

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64url");
const KEYS = { keys: [{ kty: "oct", kid: "test", alg: "HS256", k: TEST_KEY }] };
const SEALING = { keys: [{ kty: "oct", kid: "test", alg: "A256GCM", k: key("s") }] };
const databaseUrl = process.env.DATABASE_URL ?? "";

const bindings = (gateway: string) => ({
  ENVIRONMENT: "test",
  DATABASE_URL: databaseUrl,
  NEON_GATEWAY: gateway,
  ACCESS_TOKEN_KEYS: JSON.stringify(KEYS),
  SEALING_KEYS: JSON.stringify(SEALING),
  CODE_KEY: key("c"),
  THROTTLE_KEY: key("g"),
  FINGERPRINT_KEY: key("f"),
  PAYMENTS_TO_UNVERIFIED_PHONES: "yes",
  LIMITS_PROFILE: "development",
  LIMITS_ZONE: "Asia/Aden",
  MESSAGE_WEBHOOK_URL: process.env.MESSAGE_WEBHOOK_URL,
  MESSAGE_WEBHOOK_SECRET: process.env.MESSAGE_WEBHOOK_SECRET,
  PASSWORD_SCRYPT: "ln=4,r=8,p=1",
  PASSWORD_HASHES_MAX: "100",
  LEDGER_WRITERS: "1",
  LEDGER_LOCATION: "weur",
  TOKEN_ISSUER: "https://mahfaza.example",
  TOKEN_AUDIENCE: "mahfaza-api",
  PASSKEY_RP_ID: "mahfaza.example",
  PASSKEY_ORIGINS: "https://mahfaza.example",
  PHONE_COUNTRY: "YE",
});

const app = createApp();
const executionCtx = { waitUntil() {}, passThroughOnException() {}, props: {} };

async function codeOf(
  gateway: string,
  method: string,
  path: string,
  body?: object,
  token?: string,
) {
  const response = await app.request(
    path,
    {
      method,
      headers: {
        ...(body && { "Content-Type": "application/json" }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body ? JSON.stringify(body) : null,
    },
    bindings(gateway),
    executionCtx,
  );
  const { code } = (await response.json()) as { code: string };
  return `${response.status} ${code}`;
}

const phone = "+967771234567";
const OPEN: readonly (readonly [string, object])[] = [
  ["/v1/auth/register", { username: "New here", phone, password: PASSWORD }],
  ["/v1/auth/login", { phone, password: PASSWORD }],
  ["/v1/auth/login/second-factor", { challenge: "A".repeat(43), code: "123456" }],
  ["/v1/auth/refresh", { refresh_token: `mrt_${"A".repeat(43)}` }],
  ["/v1/auth/logout", { refresh_token: `mrt_${"A".repeat(43)}` }],
  ["/v1/auth/password-reset", { phone }],
  [
    "/v1/auth/password-reset/confirm",
    {
      reset_token: `mpr_${"A".repeat(43)}`,
      code: "12345678",
      new_password: NEW_PASSWORD,
    },
  ],
];

/** Method, path and body. */
type Change = [method: string, path: string, body?: object];

const WITH_TOKEN: readonly Change[] = [
  ["GET", "/v1/users/me"],
  ["PATCH", "/v1/users/me", { username: "Another Name" }],
  ["POST", "/v1/factors/totp", { password: PASSWORD }],
  ["POST", "/v1/users/me/contacts/phone/verification/confirm", { code: "12345678" }],
  ["POST", "/v1/auth/step-up", { code: "123456" }],
  ["POST", "/v1/auth/step-up/options"],
];

/** Changes whose first statement is the change itself. */
const AT_ONCE: readonly Change[] = [
  ["POST", "/v1/wallets", { currency: "USD" }],
  ["DELETE", "/v1/users/me/sessions"],
  ["PUT", `/v1/admin/users/usr_${"0".repeat(26)}/role`, { role: "user" }],
];

const tokenOf = () =>
  signAccessToken(
    {
      accessTokenKeys: [{ kid: "test", k: TEST_KEY }],
      tokenIssuer: "https://mahfaza.example",
      tokenAudience: "mahfaza-api",
    },
    {
      userId: newId("usr", Date.now()),
      sessionId: newId("ses", Date.now()),
      defaultWalletId: null,
    },
    Date.now(),
  );

describe("a Postgres that is not there", () => {
  let gateway: Awaited<ReturnType<typeof startNeonGateway>>;
  beforeAll(async () => {
    const nowhere = new URL(databaseUrl);
    nowhere.port = "1";
    gateway = await startNeonGateway({ databaseUrl: nowhere.href });
  });
  afterAll(() => gateway.close());

  it.each(OPEN)("answers service_busy to POST %s, because nothing was sent", async (path, body) => {
    expect(await codeOf(gateway.address, "POST", path, body)).toBe("503 service_busy");
  });

  it.each<Change>([...WITH_TOKEN, ...AT_ONCE])(
    "answers service_busy to %s %s, because nothing was sent",
    async (method, path, body) => {
      const answer = codeOf(gateway.address, method, path, body, await tokenOf());
      expect(await answer).toBe("503 service_busy");
    },
  );
});

describe("a Postgres that stopped responding", () => {
  let relay: StallingRelay;
  beforeAll(async () => {
    const [host = "", port] = (process.env.NEON_GATEWAY ?? "").split(":");
    relay = await startStallingRelay({ host, port: Number(port) });
    relay.stall();
  });
  afterAll(() => relay.close());

  it("answers service_busy where a read came first, and outcome_unknown where the change was sent", async () => {
    const gateway = `127.0.0.1:${relay.port}`;
    const token = await tokenOf();
    const startedMs = Date.now();
    const open = OPEN.map(([path, body]) => codeOf(gateway, "POST", path, body));
    const own = WITH_TOKEN.map(([method, path, body]) =>
      codeOf(gateway, method, path, body, token),
    );
    const atOnce = AT_ONCE.map(([method, path, body]) =>
      codeOf(gateway, method, path, body, token),
    );
    expect(await Promise.all([...open, ...own])).toEqual(
      Array(OPEN.length + WITH_TOKEN.length).fill("503 service_busy"),
    );
    expect(await Promise.all(atOnce)).toEqual(AT_ONCE.map(() => "503 outcome_unknown"));
    // None has waited for two queries in turn.
    expect(Date.now() - startedMs).toBeLessThan(2 * HTTP_QUERY_MS_MAX);
  });
});
