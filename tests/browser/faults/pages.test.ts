import { expect, test } from "../fixtures.ts";
import { BASE, enter, newPerson } from "../people.ts";

const asBrowser = { Accept: "text/html" };

test("a wrong path is a page for people, and a problem for the API", async ({ page, request }) => {
  const html = await request.get("/no/such/page", { headers: asBrowser });
  expect(html.status()).toBe(404);
  expect(html.headers()["content-type"]).toContain("text/html");
  expect(html.headers()["cache-control"]).toBe("no-store");
  for (const [path, headers] of [
    ["/v1/nope", asBrowser],
    ["/no/such/page", { Accept: "application/json" }],
  ] as const) {
    const problem = await request.get(path, { headers });
    expect(problem.status()).toBe(404);
    expect(problem.headers()["content-type"]).toContain("application/problem+json");
    expect((await problem.json()).code).toBe("not_found");
  }
  await page.goto("/history/txn_00000000000000000000000000");
  await expect(page.locator('input[type="password"]')).toBeVisible();
});

test("pages are never cached, and their files for ever", async ({ page, request }) => {
  const files: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/app/assets/")) files.push(response.url());
  });
  const answer = await page.goto("/");
  expect(answer?.headers()["cache-control"]).toBe("no-store");
  await expect(page.locator("h1")).toBeAttached();
  expect(files.length).toBeGreaterThan(2);
  for (const url of files) {
    const file = await request.get(url);
    expect(file.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(url).toMatch(/-[\w-]{8,}\.(?:js|css|woff2)$/);
  }
});

test("code that somebody puts into the page does not run", async ({ page, watch }) => {
  watch.expectRefusedCode();
  const amina = await newPerson("Amina Nasser");
  await enter(page, amina);
  await expect(page.locator(".wallet").first()).toBeVisible();
  const refused = await page.evaluate(async () => {
    const own = window as unknown as { ran?: string[] };
    own.ran = [];
    const violations: string[] = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const inline = document.createElement("script");
    try {
      inline.append("window.ran.push('inline script')");
      document.body.append(inline);
    } catch {}
    const button = document.createElement("button");
    try {
      button.setAttribute("onclick", "window.ran.push('inline handler')");
      document.body.append(button);
      button.click();
    } catch {}
    const sinks = [
      () => {
        document.createElement("div").innerHTML = "<img src=x onerror=window.ran.push('html')>";
      },
      () => {
        document.createElement("script").src = "/app/x.js";
      },
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested.
      () => globalThis.eval("window.ran.push('eval')"),
    ];
    const thrown = sinks.filter((sink) => {
      try {
        sink();
        return false;
      } catch {
        return true;
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { ran: own.ran, thrown: thrown.length, violations };
  });
  expect(refused.ran).toEqual([]);
  expect(refused.thrown).toBe(3);
  expect(refused.violations).toContain("script-src-elem");
  expect(refused.violations).toContain("require-trusted-types-for");
});

test("the page's own origin is the only one", async ({ page }) => {
  await page.goto("/");
  const origins = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin),
  );
  expect(new Set(origins)).toEqual(new Set([BASE]));
});
