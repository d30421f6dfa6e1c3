import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { consolePageOf } from "../../console/paths.ts";
import {
  CONTENT_TYPE_LENGTH_MAX,
  PREFLIGHT_TTL_SECONDS,
  URL_LENGTH_MAX,
} from "../../src/domain/bounds.ts";
import { readConfig } from "../../src/env.ts";
import { createApp } from "../../src/http/app.ts";
import { SECURITY_HEADERS } from "../../src/http/middleware/security-headers.ts";
import { documentOf } from "../contract/documented-answers.ts";
import { api, logIn, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { PRODUCTION } from "../production.ts";

afterEach(() => vi.restoreAllMocks());

const APP = "https://app.example";
const DESK = "https://desk.example:8443";
/** The tests' deployment, with CORS open to these origins. */
const withOrigins = (CORS_ORIGINS: string) => ({ ...env, CORS_ORIGINS }) as Env;
const open = withOrigins(`${APP} ${DESK}`);
const ask = (path: string, init: RequestInit = {}, bindings: Env = open) =>
  createApp().request(`https://mahfaza.example${path}`, init, bindings);
const from = (origin: string, headers: Record<string, string> = {}) => ({
  headers: { Origin: origin, ...headers },
});
const preflight = (origin: string) => ({
  method: "OPTIONS",
  ...from(origin, {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-type,idempotency-key",
  }),
});
/** The CORS headers of an answer. */
const corsHeadersOf = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith("access-control-")));

describe("requests from pages of other origins", () => {
  it("are allowed without credentials when the deployment names their origin", async () => {
    for (const origin of [APP, DESK]) {
      const response = await ask("/v1/currencies", from(origin));
      expect(response.status).toBe(200);
      expect(corsHeadersOf(response)).toEqual({
        "access-control-allow-origin": origin,
        "access-control-expose-headers":
          "Idempotency-Replayed,Preference-Applied,Retry-After,WWW-Authenticate,X-Request-Id",
      });
      expect(response.headers.get("Vary")).toContain("Origin");
    }
  });

  it("may read refusals", async () => {
    const response = await ask("/v1/users/me", from(APP));
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe(APP);
    await expectProblem(response, 401, "token_missing");
  });

  it("send a preflight, whose answer may be cached for two hours", async () => {
    const response = await ask("/v1/transfers", preflight(APP));
    expect(response.status).toBe(204);
    expect(corsHeadersOf(response)).toMatchObject({
      "access-control-allow-origin": APP,
      "access-control-allow-methods": "GET,HEAD,POST,PUT,PATCH,DELETE",
      "access-control-allow-headers":
        "Authorization,Content-Type,Idempotency-Key,Prefer,X-Request-Id",
      "access-control-max-age": `${PREFLIGHT_TTL_SECONDS}`,
    });
    expect(response.headers.has("Access-Control-Allow-Credentials")).toBe(false);
  });

  it.each([
    "https://evil.example",
    "https://app.example.evil.example",
    "https://evil-app.example",
    "http://app.example",
    "https://app.example:444",
    "https://APP.example",
    "https://sub.app.example",
    "null",
    "*",
    "",
  ])("get no CORS headers as %j", async (origin) => {
    const response = await ask("/v1/currencies", from(origin));
    expect([response.status, corsHeadersOf(response)]).toEqual([200, {}]);
    expect(response.headers.get("Vary")).toContain("Origin");
    const asked = await ask("/v1/transfers", preflight(origin));
    expect(corsHeadersOf(asked)).toEqual({});
    await expectProblem(asked, 405, "method_not_allowed");
  });

  it("get no CORS headers from a deployment without CORS_ORIGINS", async () => {
    const response = await ask("/v1/currencies", from(APP), env);
    expect([response.status, corsHeadersOf(response)]).toEqual([200, {}]);
  });

  it.each([
    "*",
    "app.example",
    "https://app.example/",
    "https://*.example",
    "https://app.example/path",
    "null",
    "https://user@app.example",
    "javascript:alert(1)",
    "https://app.example,https://desk.example",
  ])("cannot be allowed by the setting %j", (CORS_ORIGINS) => {
    expect(() => readConfig(withOrigins(CORS_ORIGINS))).toThrow(/CORS_ORIGINS/);
  });

  it("must use https in production", () => {
    const production = { ...env, ...PRODUCTION };
    const read = (CORS_ORIGINS: string) => readConfig({ ...production, CORS_ORIGINS } as Env);
    expect(() => read("http://localhost:3000")).toThrow(/CORS_ORIGINS/);
    expect([...read(APP).corsOrigins]).toEqual([APP]);
  });
});

/** What a page can send to another origin without a preflight. Source: Fetch Standard, "CORS-safelisted". */
const SAFELISTED: readonly (Record<string, string> & { body?: string })[] = [
  {},
  { body: "" },
  { body: "{}", "Content-Type": "text/plain" },
  { body: "a=b", "Content-Type": "application/x-www-form-urlencoded" },
  { body: "--x--", "Content-Type": "multipart/form-data; boundary=x" },
  { body: "{}", "Content-Type": "text/plain; application/json" },
];

const writes = Object.entries<Record<string, object>>(documentOf().paths).flatMap(
  ([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== "get")
      .map((method) => [method.toUpperCase(), path.replace(/\{\w+\}/g, "x")] as const),
);

const REFUSALS = [
  "token_missing",
  "unsupported_media_type",
  "origin_not_allowed",
  "webhook_signature_invalid",
];

describe("a write that a page of another origin sends without a preflight", () => {
  it.each(writes)("is refused, whatever its body: %s %s", async (method, path) => {
    for (const { body, ...headers } of SAFELISTED) {
      const init = { method, headers: { Origin: "https://evil.example", ...headers }, body };
      const answer = await ask(path, init as RequestInit);
      const { code } = await answer.json<{ code: string }>();
      expect(REFUSALS).toContain(code);
    }
  });

  it.each([
    "https://evil.example",
    "null",
    "http://app.example",
    "https://mahfaza.example.evil.example",
    "",
  ])("is refused without a token and a body: a passkey challenge for %j", async (origin) => {
    const init = { method: "POST", ...from(origin) };
    const answer = ask("/v1/auth/login/passkey/options", init);
    await expectProblem(answer, 403, "origin_not_allowed");
  });

  it.each([APP, "https://mahfaza.example", null])("is answered for %j", async (origin) => {
    const init = { method: "POST", ...(origin === null ? {} : from(origin)) };
    expect((await ask("/v1/auth/login/passkey/options", init)).status).toBe(200);
  });
});

describe("plain HTTP", () => {
  const plain = (path: string, init: RequestInit = {}, host = "mahfaza.example") =>
    createApp().request(`http://${host}${path}`, init, env);

  it.each<readonly [string, string]>([
    ...writes,
    ["POST", "/login"],
    ...["/healthz", "/v1/users/me", "/openapi.json", "/nowhere", "/docsx"].map(
      (path): readonly [string, string] => ["GET", path],
    ),
  ])("is refused without a redirect: %s %s", async (method, path) => {
    const answer = await plain(path, { method });
    expect(answer.headers.has("Location")).toBe(false);
    await expectProblem(answer, 403, "https_required");
  });

  it.each([
    "/",
    "/docs",
    "/docs/problems?code=not_found",
    "/login",
    "/wallets/wal_01kazv5q0vfvtrx6r2n1p3b4c5",
    "/desk/people?x=1",
    "/desk/people/",
  ])("is redirected to HTTPS on a page for people: %s", async (path) => {
    const { status, headers } = await plain(path);
    const target = `https://mahfaza.example${path}`;
    expect([status, headers.get("Location")]).toEqual([301, target]);
  });

  it.each(["localhost:8787", "127.0.0.1:8787", "[::1]:8787"])("is answered on %s", async (host) => {
    expect((await plain("/healthz", {}, host)).status).toBe(200);
  });
});

describe("the browser", () => {
  it("is told on every answer not to run, frame or sniff it, except on the pages for people", async () => {
    const { accessToken: token } = await registerPerson();
    const isPage = (path: string) =>
      ["/docs", "/docs/problems"].includes(path) || consolePageOf(path) !== null;
    const paths = createApp()
      .routes.filter(({ method, path }) => method === "GET" && !path.includes("*"))
      .map(({ path }) => path.replace(/:\w+/g, "x"));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of new Set([...paths, "/nowhere"])) {
      const { headers } = await api("GET", path, { token });
      const policy = headers.get("Content-Security-Policy") ?? "";
      expect([path, /(^|; )default-src 'none'/.test(policy)]).toEqual([path, true]);
      expect([path, policy.endsWith("; sandbox")]).toEqual([path, !isPage(path)]);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    }
  });
});

describe("the end of a session", () => {
  it("makes a browser delete what pages of this origin stored: at a logout, and with the account", async () => {
    const person = await registerPerson();
    const { accessToken: token, password, phone } = person;
    const read = await api("GET", "/v1/users/me", { token });
    expect(read.headers.has("Clear-Site-Data")).toBe(false);
    const refused = await api("POST", "/v1/auth/logout", { token: "x.y.z" });
    expect([refused.status, refused.headers.has("Clear-Site-Data")]).toEqual([401, false]);
    const out = await api("POST", "/v1/auth/logout", { token });
    expect([out.status, out.headers.get("Clear-Site-Data")]).toEqual([204, '"storage"']);
    const { accessToken } = await logIn(phone, password);
    const other = await registerPerson();
    for (const [method, path, request] of [
      ["DELETE", "/v1/users/me", { token: accessToken, body: { password } }],
      ["POST", "/v1/users/me/delete", { token: other.accessToken, body: { password } }],
    ] as const) {
      const gone = await api(method, path, request);
      expect([gone.status, gone.headers.get("Clear-Site-Data")]).toEqual([204, '"storage"']);
    }
  });
});

describe("every answer", () => {
  it("carries the security headers, also for documents", async () => {
    for (const path of ["/healthz", "/v1/users/me", "/nowhere", "/docs/init.js"]) {
      const { headers } = await api("GET", path);
      const found = Object.keys(SECURITY_HEADERS).map((name) => [name, headers.get(name)]);
      expect(found).toEqual(Object.entries(SECURITY_HEADERS));
    }
    const year = 365 * 24 * 60 * 60;
    const [, age = "0"] = /^max-age=(\d+); includeSubDomains$/.exec(
      SECURITY_HEADERS["Strict-Transport-Security"],
    ) ?? [""];
    expect(Number(age)).toBeGreaterThanOrEqual(year);
  });

  it("carries the security headers on static files that the platform serves", async () => {
    const { headers } = await env.ASSETS.fetch(
      "https://mahfaza.example/docs/assets/standalone.esm.js",
    );
    // Unlike an answer about a user, a file may be cached.
    const { "Cache-Control": _, ...expected } = SECURITY_HEADERS;
    const found = Object.keys(expected).map((name) => [name, headers.get(name)]);
    expect(found).toEqual(Object.entries(expected));
  });

  it("has its content type, and is not cached when it is about a user", async () => {
    const { accessToken } = await registerPerson();
    for (const path of ["/v1/users/me", "/v1/wallets", "/v1/transactions"]) {
      const { headers } = await api("GET", path, { token: accessToken });
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("Content-Type")).toBe("application/json");
    }
  });

  it("sets no cookie and names no server software", async () => {
    for (const path of ["/healthz", "/docs", "/v1/users/me"]) {
      const { headers } = await api("GET", path);
      for (const name of ["Set-Cookie", "Server", "X-Powered-By"]) {
        expect([name, headers.get(name)]).toEqual([name, null]);
      }
    }
  });
});

describe("the bounds of a request", () => {
  it(`allow a URL of ${URL_LENGTH_MAX} characters, and not one more`, async () => {
    const start = "https://mahfaza.example/healthz?x=";
    const url = (length: number) => `/healthz?x=${"x".repeat(length - start.length)}`;
    expect((await api("GET", url(URL_LENGTH_MAX))).status).toBe(200);
    await expectProblem(api("GET", url(URL_LENGTH_MAX + 1)), 414, "url_too_long");
  });

  it(`allow a content type of ${CONTENT_TYPE_LENGTH_MAX} characters, and not one more`, async () => {
    const send = (length: number) => {
      const [head, tail] = ["application/json;", "charset=utf-8"];
      const blanks = " ".repeat(length - head.length - tail.length);
      const headers = { "Content-Type": head + blanks + tail };
      return api("POST", "/v1/auth/login", { body: "{}", headers });
    };
    await expectProblem(send(CONTENT_TYPE_LENGTH_MAX), 400, "invalid_request");
    await expectProblem(send(CONTENT_TYPE_LENGTH_MAX + 1), 415, "unsupported_media_type");
  });

  it("refuse a content type with a hundred thousand blanks before the pattern, which it would match", async () => {
    const headers = { "Content-Type": `application/json${" ".repeat(100_000)}; charset=utf-8` };
    const answer = ask("/v1/auth/login", { method: "POST", body: "{}", headers });
    await expectProblem(answer, 415, "unsupported_media_type");
  });

  it("include no TRACE or CONNECT method", async () => {
    // Neither fetch nor the platform sends these methods, so the list of routes is checked instead.
    const routes = createApp().routes.map(({ method }) => method);
    expect(routes).not.toContain("TRACE");
    expect(routes).not.toContain("CONNECT");
  });
});

describe("the log", () => {
  const linesOf = (log: { mock: { calls: unknown[][] } }) =>
    log.mock.calls.map(([line]) => JSON.parse(String(line)));

  it("has one line in JSON for a refusal that may be an attack, with the request's id", async () => {
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    const headers = { Authorization: "Bearer forged", "X-Request-Id": "watched-1" };
    await ask("/v1/wallets/wal_01kazv5q0vfvtrx6r2n1p3b4c5?x=1", { headers });
    expect(linesOf(log)).toEqual([
      {
        event: "request_refused",
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        request_id: "watched-1",
        method: "GET",
        route: "/v1/wallets/:id",
        status: 401,
        code: "token_invalid",
        duration_ms: expect.any(Number),
      },
    ]);
  });

  it("has neither phone nor password of a failed login", async () => {
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { phone } = await registerPerson();
    const body = JSON.stringify({ phone, password: "not the right lantern" });
    const headers = { "Content-Type": "application/json" };
    await ask("/v1/auth/login", { method: "POST", body, headers });
    const [line] = linesOf(log);
    expect(line).toMatchObject({ code: "invalid_credentials", route: "/v1/auth/login" });
    expect(JSON.stringify(line)).not.toContain("lantern");
    expect(JSON.stringify(line)).not.toContain(phone.slice(-7));
  });

  it("has no line for harmless refusals and for successful requests", async () => {
    const spies = (["log", "info", "warn", "error"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => {}),
    );
    await ask("/v1/currencies");
    await ask("/v1/users/me");
    await ask("/nowhere");
    expect(spies.flatMap(({ mock }) => mock.calls)).toEqual([]);
  });

  it("cannot be forged through the caller's request id", async () => {
    const log = vi.spyOn(console, "warn").mockImplementation(() => {});
    const headers = { Authorization: "Bearer x", "X-Request-Id": 'a","event":"forged' };
    await ask("/v1/wallets", { headers });
    expect(linesOf(log)[0].request_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(log).toHaveBeenCalledTimes(1);
  });
});
