import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { api, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const me = (token: string) => api("GET", "/v1/users/me", { token });
const text = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const encoded = (value: object) => text(new TextEncoder().encode(JSON.stringify(value)));
const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (c) =>
    c.charCodeAt(0),
  );
const claimsOf = (token: string) => JSON.parse(atob(token.split(".")[1] ?? ""));
const { ACCESS_TOKEN_KEYS } = env as unknown as { ACCESS_TOKEN_KEYS: string };
const [jwk] = JSON.parse(ACCESS_TOKEN_KEYS).keys as { kid: string; k: string }[];
if (!jwk) throw new Error("the tests have no key");
const HEADER = { alg: "HS256", typ: "at+jwt", kid: jwk.kid };
const KEY = bytesOf(jwk.k);

interface Forgery {
  header?: object;
  claims?: object;
  key?: Uint8Array<ArrayBuffer>;
  hash?: string;
}

/** The person's own token, changed and signed again. */
async function forge(person: Person, { header, claims, ...by }: Forgery): Promise<string> {
  const head = encoded({ ...HEADER, ...header });
  const body = encoded({ ...claimsOf(person.accessToken), ...claims });
  const algorithm = { name: "HMAC", hash: by.hash ?? "SHA-256" };
  const key = await crypto.subtle.importKey("raw", by.key ?? KEY, algorithm, false, ["sign"]);
  const signed = new TextEncoder().encode(`${head}.${body}`);
  const signature = await crypto.subtle.sign("HMAC", key, signed);
  return `${head}.${body}.${text(new Uint8Array(signature))}`;
}

describe("access tokens", () => {
  it("are accepted when they are signed again without a change, so the forgeries below fail for the change alone", async () => {
    const person = await registerPerson();
    expect((await me(await forge(person, {}))).status).toBe(200);
  });

  it.each<[string, Forgery]>([
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["another audience", { claims: { aud: "somebody-else" } }],
    ["another type", { header: { typ: "JWT" } }],
    ["no type", { header: { typ: undefined } }],
    ["an unknown key id", { header: { kid: "nobody" } }],
    ["no key id", { header: { kid: undefined } }],
    ["a path as key id", { header: { kid: "../../dev/null" } }],
    ["another key", { key: new Uint8Array(32).fill(1) }],
    ["another algorithm of the same key", { header: { alg: "HS512" }, hash: "SHA-512" }],
    ["an algorithm that it was not signed with", { header: { alg: "HS384" } }],
    ["an asymmetric algorithm", { header: { alg: "RS256" } }],
    [
      "a key in its header",
      { header: { jwk: { kty: "oct", k: "AAAA" }, kid: "mine" }, key: new Uint8Array(32) },
    ],
    ["a URL of its key in its header", { header: { jku: "https://evil.example", kid: "x" } }],
    [
      "a certificate in its header",
      { header: { x5u: "https://evil.example/x", x5c: ["AAAA"], kid: "x" } },
    ],
    ["an audience list without ours", { claims: { aud: ["somebody-else", "mahfaza"] } }],
    ["an issuer list", { claims: { iss: ["https://mahfaza.example"] } }],
    ["an expiry that is no number", { claims: { exp: "9999999999" } }],
    ["an empty key", { key: new Uint8Array(1) }],
    ["no subject", { claims: { sub: undefined } }],
    ["no session", { claims: { sid: undefined } }],
    ["no expiry", { claims: { exp: undefined } }],
    ["no time of issue", { claims: { iat: undefined } }],
    ["no token id", { claims: { jti: undefined } }],
    ["a subject that is no id", { claims: { sub: "admin" } }],
    ["a session that is a user's id", { claims: { sid: "usr_01kazv5q0vfvtrx6r2n1p3b4c5" } }],
    ["a start in the future", { claims: { nbf: Math.floor(Date.now() / 1000) + 3600 } }],
    ["a critical extension", { header: { crit: ["x"], x: 1 } }],
  ])("are refused with %s", async (_, forgery) => {
    const person = await registerPerson();
    await expectProblem(me(await forge(person, forgery)), 401, "token_invalid");
  });

  function unsigned(person: Person, header: object = {}, signature = ""): string {
    const head = encoded({ ...HEADER, ...header });
    return `${head}.${person.accessToken.split(".")[1]}.${signature}`;
  }

  it("are refused without a signature, for every value of alg", async () => {
    const person = await registerPerson();
    for (const alg of ["none", "None", "NONE", "nOnE", "", "HS256", null]) {
      await expectProblem(me(unsigned(person, { alg })), 401, "token_invalid");
      const signature = person.accessToken.split(".")[2] ?? "";
      if (alg !== "HS256") {
        await expectProblem(me(unsigned(person, { alg }, signature)), 401, "token_invalid");
      }
    }
  });

  it("are refused when they are cut at any length or changed by a byte", async () => {
    const person = await registerPerson();
    const { accessToken } = person;
    const step = Math.ceil(accessToken.length / 40);
    for (let length = 1; length < accessToken.length; length += step) {
      await expectProblem(me(accessToken.slice(0, length)), 401, "token_invalid");
    }
    const [head, body, signature = ""] = accessToken.split(".");
    const flipped = (signature[0] === "A" ? "B" : "A") + signature.slice(1);
    await expectProblem(me(`${head}.${body}.${flipped}`), 401, "token_invalid");
  });

  it("expire after ten minutes, with five seconds of clock tolerance", async () => {
    const person = await registerPerson();
    const { iat, exp } = claimsOf(person.accessToken);
    expect(exp - iat).toBe(600);
    const now = Math.floor(Date.now() / 1000);
    const late = (seconds: number) => forge(person, { claims: { exp: now - seconds } });
    await expectProblem(me(await late(10)), 401, "token_expired");
    expect((await me(await late(1))).status).toBe(200);
  });

  it("are refused for another user's session", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const { sub } = claimsOf(other.accessToken);
    const stolen = await forge(person, { claims: { sub } });
    await expectProblem(me(stolen), 401, "session_ended");
  });

  it("are not accepted as refresh tokens, and refresh tokens not as access tokens", async () => {
    const person = await registerPerson();
    await expectProblem(me(person.refreshToken), 401, "token_invalid");
    const body = { refresh_token: person.accessToken };
    await expectProblem(api("POST", "/v1/auth/refresh", { body }), 401, "token_invalid");
  });

  it("are refused in any other scheme or form", async () => {
    const { accessToken } = await registerPerson();
    const send = (Authorization: string) =>
      api("GET", "/v1/users/me", { headers: { Authorization } });
    for (const header of [
      "Bearer",
      "bearer ",
      `Bearer ${accessToken} extra`,
      `Bearer ${"x".repeat(3000)}`,
      `Bearer ${accessToken}, Bearer ${accessToken}`,
    ]) {
      await expectProblem(send(header), 401, "token_invalid");
    }
    for (const scheme of ["bearer", "BEARER", "Bearer  "]) {
      expect((await send(`${scheme} ${accessToken}`)).status).toBe(200);
    }
  });

  it("are missing when the scheme is not Bearer (RFC 6750, section 3.1)", async () => {
    const { accessToken } = await registerPerson();
    for (const Authorization of [
      ...["Basic dXNlcjpwYXNz", `Basic ${accessToken}`, `DPoP ${accessToken}`, "Negotiate"],
      ...[accessToken, `Bearer${accessToken}`, `Bearer,${accessToken}`, "Bearerx y"],
    ]) {
      const answer = await api("GET", "/v1/users/me", { headers: { Authorization } });
      await expectProblem(answer.clone(), 401, "token_missing");
      expect(answer.headers.get("WWW-Authenticate")).toBe('Bearer realm="mahfaza"');
    }
  });

  it("are refused with a reason in WWW-Authenticate (RFC 6750)", async () => {
    const missing = await api("GET", "/v1/users/me");
    expect(missing.headers.get("WWW-Authenticate")).toBe('Bearer realm="mahfaza"');
    const invalid = await me("x");
    expect(invalid.headers.get("WWW-Authenticate")).toContain('error="invalid_token"');
  });
});

describe("answers", () => {
  it("carry a request id: the caller's own when it is well-formed", async () => {
    const ask = async (id: string) =>
      (await api("GET", "/healthz", { headers: { "X-Request-Id": id } })).headers.get(
        "X-Request-Id",
      );
    expect(await ask("abc_DEF-123")).toBe("abc_DEF-123");
    expect(await ask("x".repeat(64))).toBe("x".repeat(64));
    for (const id of ["x".repeat(65), "a b", "a, a", "", "<script>", 'a"b', "a:b"]) {
      expect(await ask(id)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("carry security headers, errors included", async () => {
    for (const path of ["/healthz", "/v1/users/me", "/nowhere", "/docs"]) {
      const { headers } = await api("GET", path);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("X-Frame-Options")).toBe("DENY");
      expect(headers.get("Referrer-Policy")).toBe("no-referrer");
      expect(headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d{7,}/);
      expect(headers.get("Content-Security-Policy")).toMatch(/default-src 'none'/);
    }
  });

  it("distinguish an unknown path from an unsupported method", async () => {
    await expectProblem(api("GET", "/v1/nothing"), 404, "not_found");
    await expectProblem(api("GET", "/v1/users/me/"), 404, "not_found");
    const response = await api("PUT", "/v1/users/me");
    expect(response.headers.get("Allow")?.split(", ").sort()).toEqual([
      "DELETE",
      "GET",
      "HEAD",
      "PATCH",
    ]);
    await expectProblem(response, 405, "method_not_allowed");
    await expectProblem(api("DELETE", "/v1/auth/login"), 405, "method_not_allowed");
    await expectProblem(api("OPTIONS", "/v1/wallets"), 405, "method_not_allowed");
  });

  it("answer HEAD as GET without a body", async () => {
    const response = await api("HEAD", "/healthz");
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });
});
