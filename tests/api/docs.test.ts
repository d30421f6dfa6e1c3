import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { PROBLEMS } from "../../src/http/problem.ts";
import { PROBLEM_GUIDE } from "../../src/http/problem-guide.ts";
import { api } from "../people.ts";
import { expectProblem } from "../problems.ts";

/** Loads a page or a static file: the platform serves static files without the Worker. */
const load = (path: string) =>
  path.startsWith("/docs/assets/")
    ? env.ASSETS.fetch(`https://mahfaza.example${path}`)
    : api("GET", path);

const linksOf = (html: string) =>
  [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, url]) => url);

describe("GET /docs", () => {
  it("is the target of a redirect from the address with a slash", async () => {
    const { status, headers } = await api("GET", "/docs/");
    expect([status, headers.get("Location")]).toEqual([302, "/docs"]);
  });

  it.each(["/docs", "/docs/problems"])("%s loads nothing from other servers", async (page) => {
    const response = await api("GET", page);
    expect(response.headers.get("Content-Type")).toContain("text/html");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none';");
    const html = await response.text();
    expect(html).not.toMatch(/https?:\/\//);
    expect(html).not.toMatch(/<script>| style="| on\w+="/);
    for (const url of linksOf(html)) {
      const answer = await load(url ?? "");
      expect([url, answer.status]).toEqual([url, 200]);
      await answer.arrayBuffer();
    }
  });

  it("runs only its own scripts, without eval", async () => {
    const { headers } = await api("GET", "/docs");
    const policy = headers.get("Content-Security-Policy");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toContain("connect-src 'self'");
  });

  it("serves all the modules and chunks that it imports", async () => {
    const init = await (await load("/docs/init.js")).text();
    const [, entry = ""] = /import\("([^"]+)"\)/.exec(init) ?? [];
    const seen = new Set<string>();
    const waiting = [entry];
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await load(path);
      expect([path, answer.status]).toEqual([path, 200]);
      const script = await answer.text();
      for (const [, file = ""] of script.matchAll(
        /(?:from|import|import\()[`"'](\.[\w./-]+\.js)[`"']/g,
      )) {
        waiting.push(new URL(file, `https://mahfaza.example${path}`).pathname);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
  });

  it("stores no token in the browser, and sends no usage data", async () => {
    const init = await (await load("/docs/init.js")).text();
    for (const setting of ["persistAuth: false", "telemetry: false", "withDefaultFonts: false"]) {
      expect(init).toContain(setting);
    }
  });

  it("lets browsers cache chunks for long, because their names change with their content, but not the entry", async () => {
    const entry = await load("/docs/assets/standalone.esm.js");
    expect(entry.headers.get("Cache-Control")).toBe("public, no-cache");
    const [, chunk] = /[`"']\.\/(chunks\/[\w.-]+\.js)[`"']/.exec(await entry.text()) ?? [];
    const { headers } = await load(`/docs/assets/${chunk}`);
    expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });
});

describe("GET /docs/problems", () => {
  const textOf = async (path: string) =>
    (await (await api("GET", path)).text()).replaceAll("&#39;", "'").replaceAll("&quot;", '"');

  it("explains every problem at the address in its type: status, title, cause and cure", async () => {
    const html = await textOf("/docs/problems");
    for (const [code, { title, status }] of Object.entries(PROBLEMS)) {
      const [, section = ""] = html.split(`<section id="${code}">`);
      expect(section).toContain(title);
      expect(section).toContain(`${status}</span>`);
      const { cause, cure } = PROBLEM_GUIDE[code as keyof typeof PROBLEMS];
      const words = section.replace(/<\/?code>/g, "`");
      expect(words).toContain(cause.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
      expect(words).toContain(cure.replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
      expect(html).toContain(`<a href="#${code}">${code}</a>`);
    }
  });

  it("escapes its texts", async () => {
    const html = await (await api("GET", "/docs/problems")).text();
    expect(html).toContain("Bearer &lt;access_token&gt;");
    expect(html).not.toContain("<access_token>");
  });

  it("shows a single problem by its code", async () => {
    const html = await textOf("/docs/problems?code=insufficient_funds");
    expect([...html.matchAll(/<section id="(\w+)"/g)].map(([, id]) => id)).toEqual([
      "insufficient_funds",
    ]);
  });

  it("refuses an unknown code and an unknown parameter with the same problem as other routes", async () => {
    await expectProblem(
      api("GET", "/docs/problems?code=nonsense"),
      400,
      "invalid_request",
      "/code",
    );
    await expectProblem(api("GET", "/docs/problems?page=2"), 400, "invalid_request", "/page");
    const refused = await expectProblem(api("GET", "/docs?x=1"), 400, "invalid_request", "/x");
    expect(refused.errors[0]).toMatchObject({ in: "query", code: "unknown_field" });
  });
});
