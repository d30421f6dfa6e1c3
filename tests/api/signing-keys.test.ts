import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { jsonOf, newAddress, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

/** A key of a JWK Set, with bytes that are all this letter. */
const key = (kid: string, letter: string, bytes = 32) => ({
  kty: "oct",
  kid,
  alg: "HS256",
  k: btoa(letter.repeat(bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""),
});
const OLD = key("2026-11", "o");
const NEW = key("2026-12", "n");

/** The deployment with these keys; the first one signs. */
const deployed = (...keys: object[]) => {
  const bindings = { ...env, ACCESS_TOKEN_KEYS: JSON.stringify({ keys }) } as Env;
  const call = (method: string, path: string, token?: string, body?: object) =>
    createApp().request(
      `https://mahfaza.example${path}`,
      {
        method,
        headers: {
          "Content-Type": "application/json",
          "CF-Connecting-IP": newAddress(),
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      },
      bindings,
    );
  return {
    bindings,
    me: (token: string) => call("GET", "/v1/users/me", token),
    logIn: async (phone: string, password: string) =>
      (await jsonOf(call("POST", "/v1/auth/login", undefined, { phone, password }))).tokens,
    refresh: async (refresh_token: string) =>
      (await jsonOf(call("POST", "/v1/auth/refresh", undefined, { refresh_token }))).tokens,
  };
};
const kidOf = (token: string) => JSON.parse(atob(token.split(".")[0] ?? "")).kid;

describe("signing keys", () => {
  it("rotate in three deployments without ending any session", async () => {
    const { phone, password } = await registerPerson();
    const before = deployed(OLD);
    const { access_token: first, refresh_token } = await before.logIn(phone, password);
    expect(kidOf(first)).toBe(OLD.kid);

    // First: every isolate knows the new key before it signs anything.
    const known = deployed(OLD, NEW);
    expect((await known.me(first)).status).toBe(200);
    expect(kidOf((await known.logIn(phone, password)).access_token)).toBe(OLD.kid);

    // Second: the new key signs, and tokens of the old key are still valid.
    const rotated = deployed(NEW, OLD);
    expect((await rotated.me(first)).status).toBe(200);
    const second = await rotated.refresh(refresh_token);
    expect(kidOf(second.access_token)).toBe(NEW.kid);
    expect((await known.me(second.access_token)).status).toBe(200);

    // Third: the old key is removed. Its last tokens are refused, and the session continues after a refresh.
    const after = deployed(NEW);
    expect((await after.me(second.access_token)).status).toBe(200);
    await expectProblem(after.me(first), 401, "token_invalid");
    const third = await after.refresh(second.refresh_token);
    expect((await after.me(third.access_token)).status).toBe(200);
  });

  it("that are removed at once invalidate access tokens at once, and end no session", async () => {
    const { phone, password } = await registerPerson();
    const leaked = await deployed(OLD).logIn(phone, password);
    const after = deployed(NEW);
    await expectProblem(after.me(leaked.access_token), 401, "token_invalid");
    const fresh = await after.refresh(leaked.refresh_token);
    expect((await after.me(fresh.access_token)).status).toBe(200);
  });

  it.each<[string, unknown[]]>([
    ["none", []],
    ["nine", Array.from({ length: 9 }, (_, i) => key(`k${i}`, "x"))],
    ["one of 31 bytes (RFC 7518 §3.2)", [key("short", "s", 31)]],
    ["one for another algorithm", [{ ...OLD, alg: "HS512" }]],
    ["one without an algorithm", [{ ...OLD, alg: undefined }]],
    ["one of another type", [{ ...OLD, kty: "RSA" }]],
    ["one without a name", [{ ...OLD, kid: "" }]],
    ["two of one name", [OLD, { ...NEW, kid: OLD.kid }]],
  ])("are refused at startup when there is %s", (_, keys) => {
    expect(() => readConfig(deployed(...(keys as object[])).bindings)).toThrow(/ACCESS_TOKEN_KEYS/);
  });

  it("may be up to eight, of 32 bytes each", () => {
    const keys = Array.from({ length: 8 }, (_, i) => key(`k${i}`, "x"));
    expect(readConfig(deployed(...keys).bindings).accessTokenKeys).toHaveLength(8);
  });
});
