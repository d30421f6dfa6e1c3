import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { consolePageOf, DESK_PATHS, PERSON_PATHS } from "../../console/paths.ts";
import { assetHeaders } from "../../scripts/dev/asset-headers.ts";
import { createApp } from "../../src/http/app.ts";
import { SECURITY_HEADERS } from "../../src/http/middleware/security-headers.ts";
import { api } from "../people.ts";
import { expectProblem } from "../problems.ts";

const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";
const navigate = (path: string, method = "GET") =>
  api(method, path, { headers: { Accept: BROWSER } });
const assetOf = (path: string) => env.ASSETS.fetch(`https://mahfaza.example${path}`);
const htmlOf = async (app: "index" | "desk") => (await assetOf(`/app/${app}.html`)).text();

const withId = (path: string) => path.replace(/:\w+/, "wal_01kazv5q0vfvtrx6r2n1p3b4c5");
const person = PERSON_PATHS.map(withId);
const desk = DESK_PATHS.map(withId);

let html: { readonly index: string; readonly desk: string };
beforeAll(async () => {
  html = { index: await htmlOf("index"), desk: await htmlOf("desk") };
  // `npm ci` builds them. Two apps: no person loads the operators'.
  for (const text of Object.values(html)) expect(text).toContain("/app/assets/");
  expect(html.index).not.toBe(html.desk);
});

/** The policy of an answer, by directive. */
function policyOf({ headers }: Response): Record<string, string> {
  const directives = (headers.get("Content-Security-Policy") ?? "").split("; ");
  return Object.fromEntries(
    directives.map((text) => {
      const [name = "", ...values] = text.split(" ");
      return [name, values.join(" ")];
    }),
  );
}

describe("a path of the console", () => {
  it.each([...person, ...desk])("%s answers with the HTML of its app", async (path) => {
    for (const request of [{}, { headers: { Accept: BROWSER } }]) {
      const response = await api("GET", path, request);
      expect(response.status).toBe(200);
      expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
      expect(await response.text()).toBe(html[consolePageOf(path) ?? "index"]);
    }
  });

  it.each(["/", "/login", "/desk"])("%s is never cached, and sets no cookie", async (path) => {
    const { headers } = await navigate(path);
    expect(headers.get("Cache-Control")).toBe("no-store");
    for (const name of ["ETag", "Last-Modified", "Set-Cookie"])
      expect(headers.has(name)).toBe(false);
  });

  it.each(["/", "/desk"])("%s may load its own files alone, and run no text", async (path) => {
    expect(policyOf(await navigate(path))).toEqual({
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
      "img-src": "'self' data:",
      "font-src": "'self'",
      "connect-src": "'self'",
      "manifest-src": "'self'",
      "worker-src": "'self'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "frame-ancestors": "'none'",
      "require-trusted-types-for": "'script'",
      "trusted-types": "mahfaza",
    });
  });

  it("has the other security headers", async () => {
    const { headers } = await navigate("/");
    for (const name of [
      "Strict-Transport-Security",
      "X-Content-Type-Options",
      "X-Frame-Options",
      "Cross-Origin-Resource-Policy",
    ] as const) {
      expect(headers.get(name)).toBe(SECURITY_HEADERS[name]);
    }
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin");
    // With "no-referrer" a browser would call the page's origin `null`.
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    const permissions = headers.get("Permissions-Policy")?.split(", ") ?? [];
    expect(permissions).toContain("publickey-credentials-get=(self)");
    expect(permissions).toContain("publickey-credentials-create=(self)");
    for (const feature of ["camera", "geolocation", "microphone", "payment", "usb"]) {
      expect(permissions).toContain(`${feature}=()`);
    }
  });

  it("is in no search engine when it is an operator's", async () => {
    const robots = async (path: string) => (await navigate(path)).headers.get("X-Robots-Tag");
    expect(await robots("/desk/people")).toBe("noindex, nofollow");
    expect(await robots("/")).toBeNull();
  });

  it("ignores a query, and answers a HEAD without a body", async () => {
    expect((await navigate("/login?next=%2Fsend&utm_source=x")).status).toBe(200);
    const head = await navigate("/login", "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(head.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(policyOf(head)["default-src"]).toBe("'none'");
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("has no %s", async (method) => {
    const answer = await api(method, "/login");
    expect(answer.headers.get("Allow")).toContain("GET");
    await expectProblem(answer, 405, "method_not_allowed");
  });
});

describe("a path of the console with a slash at its end", () => {
  it.each([
    ["/login/", "/login"],
    ["/login/?next=%2Fsend", "/login?next=%2Fsend"],
    ["/wallets/wal_1/", "/wallets/wal_1"],
    ["/desk/", "/desk"],
    ["/desk/people/usr_1/audit/", "/desk/people/usr_1/audit"],
  ])("%s leads to %s", async (path, target) => {
    for (const method of ["GET", "HEAD"]) {
      const { status, headers } = await navigate(path, method);
      expect([status, headers.get("Location")]).toEqual([308, target]);
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    }
    await expectProblem(navigate(path, "POST"), 404, "not_found");
  });
});

describe("a path that does not exist", () => {
  const missing = [
    "/nowhere",
    "/login//",
    "//login/",
    "/Login/",
    "/Login",
    "/%6cogin",
    "/wallets/a/b",
    `/wallets/${"x".repeat(65)}`,
    "/app",
    "/app/",
    "/app/index",
    "/app/index.html",
    "/app/desk.html",
    "/app/assets/gone-12345678.js",
    "/v1x",
    "/docsx",
    "/desks",
  ];
  const missingDesk = [
    "/desk/index.html",
    "/desk/users",
    "/desk/people/usr_1/x",
    "/desk//",
    "/desk/a/b/c",
  ];

  it.each([...missing, ...missingDesk])(
    "%s is a page for a browser, with status 404",
    async (path) => {
      const page = await navigate(path);
      expect([page.status, page.headers.get("Cache-Control")]).toEqual([404, "no-store"]);
      expect(page.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
      expect(policyOf(page)["trusted-types"]).toBe("mahfaza");
      expect(await page.text()).toBe(missingDesk.includes(path) ? html.desk : html.index);
    },
  );

  it.each([...missing, ...missingDesk])("%s is a problem for other clients", async (path) => {
    for (const accept of [
      null,
      "*/*",
      "application/json",
      "application/json, text/html;q=0.9",
      "text/html;q=0",
      "image/avif,image/webp,*/*",
      "text/css,*/*;q=0.1",
      "text/html".repeat(500),
      ";;q=,",
    ]) {
      const headers = accept === null ? {} : { Accept: accept };
      await expectProblem(api("GET", path, { headers }), 404, "not_found");
    }
  });

  it("is a problem for a browser that writes", async () => {
    await expectProblem(navigate("/nowhere", "POST"), 404, "not_found");
  });

  it.each([
    "/v1",
    "/v1/",
    "/v1/nowhere",
    "/v1/users/me/x",
    "/docs/x",
    "/healthz/x",
    "/openapi.json/",
  ])("%s is a problem for everybody", async (path) => {
    const answer = await navigate(path);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    await expectProblem(answer, 404, "not_found");
  });
});

describe("without a built console", () => {
  const unbuilt = { fetch: async () => new Response(null, { status: 404 }) };
  const ask = (path: string, bindings: object) =>
    createApp().request(`https://mahfaza.example${path}`, { headers: { Accept: BROWSER } }, {
      ...env,
      ...bindings,
    } as Env);

  it.each([{ ASSETS: unbuilt }, { ASSETS: undefined }])(
    "its pages say how to build it",
    async (files) => {
      for (const path of ["/", "/desk/people"]) {
        const answer = await ask(path, files);
        expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([503, "no-store"]);
        expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
        expect(await answer.text()).toContain("npm run build:console");
      }
      await expectProblem(ask("/nowhere", files), 404, "not_found");
      expect((await ask("/healthz", files)).status).toBe(200);
    },
  );
});

describe("a file of the console", () => {
  const fileOf = (text: string) => /\/app\/assets\/[\w.-]+\.js/.exec(text)?.[0] ?? "";

  it("is cached for good, because its name changes with its content", async () => {
    const { status, headers } = await assetOf(fileOf(html.index));
    expect(status).toBe(200);
    expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("Content-Type")).toContain("text/javascript");
    const { "Cache-Control": _, ...expected } = SECURITY_HEADERS;
    const found = Object.keys(expected).map((name) => [name, headers.get(name)]);
    expect(found).toEqual(Object.entries(expected));
  });

  it("with HTML has the page's policy, should it ever be served without the Worker", async () => {
    for (const app of ["index", "desk"]) {
      const file = await assetOf(`/app/${app}.html`);
      expect(policyOf(file)["require-trusted-types-for"]).toBe("'script'");
      expect(file.headers.get("Cache-Control")).toBe("no-store");
    }
  });

  it("at the root is asked for again, and the service worker may call its own origin", () => {
    const rules = assetHeaders();
    const [everything = ""] = rules.split("\n/docs");
    expect(everything).toContain("/*\n");
    expect(everything).toContain("  Cache-Control: public, no-cache");
    const [, worker = ""] = rules.split("\n/sw.js\n");
    expect(worker).toContain("  ! Content-Security-Policy");
    expect(worker).toContain("connect-src 'self'");
    expect(worker).not.toContain("sandbox");
    expect(worker).toContain("  Cache-Control: no-cache");
  });
});
