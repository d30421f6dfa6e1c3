import { expect, test } from "../fixtures.ts";
import { BASE } from "../people.ts";

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
  await expect.poll(() => files.length).toBeGreaterThan(2);
  for (const url of files) {
    const file = await request.get(url);
    expect(file.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(url).toMatch(/-[\w-]{8,}\.(?:js|css|woff2)$/);
  }
});

declare global {
  interface Window {
    /** What ran although it must not. */
    ran: string[];
    refused: string[];
  }
}

test("code that somebody smuggles into the HTML does not run", async ({ page, watch }) => {
  watch.expectRefusedCode();
  await page.addInitScript(() => {
    window.ran = [];
    window.refused = [];
    addEventListener("securitypolicyviolation", (event) =>
      window.refused.push(event.effectiveDirective),
    );
  });
  await page.route("/login", async (route) => {
    const response = await route.fetch();
    const added = `<script>ran.push("inline")</script>
      <img src="data:," onerror="ran.push('handler')" alt="">`;
    const body = (await response.text()).replace("</body>", `${added}</body>`);
    await route.fulfill({ response, body });
  });
  await page.goto("/login");
  await expect(page.locator('input[type="password"]')).toBeVisible();
  const refused = () => page.evaluate(() => window.refused);
  await expect.poll(refused).toContain("script-src-elem");
  await expect.poll(refused).toContain("script-src-attr");
  expect(await page.evaluate(() => window.ran)).toEqual([]);
});

test("text that a script would turn into code is refused", async ({ page, watch }) => {
  watch.expectRefusedCode();
  await page.goto("/login");
  const { ran, thrown } = await page.evaluate(async () => {
    window.ran = [];
    const sinks = {
      innerHTML: () => {
        document.createElement("div").innerHTML = "<img src=x onerror=window.ran.push('html')>";
      },
      src: () => {
        document.createElement("script").src = "/app/x.js";
      },
      onclick: () => {
        const button = document.createElement("button");
        button.setAttribute("onclick", "window.ran.push('handler')");
        button.click();
      },
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested.
      eval: () => globalThis.eval("window.ran.push('eval')"),
    };
    // What a test evaluates may use eval() until its first pause.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const thrown = Object.entries(sinks).filter(([, sink]) => {
      try {
        sink();
        return false;
      } catch {
        return true;
      }
    });
    return { ran: window.ran, thrown: thrown.map(([name]) => name) };
  });
  expect(ran).toEqual([]);
  expect(thrown).toEqual(["innerHTML", "src", "onclick", "eval"]);
});

test("the page's own origin is the only one", async ({ page }) => {
  await page.goto("/");
  const origins = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin),
  );
  expect(new Set(origins)).toEqual(new Set([BASE]));
});

test("a page whose code does not start says so, in both languages", async ({ page, watch }) => {
  await page.goto("/");
  await expect(page.locator("h1")).toBeAttached();
  await expect(page.locator(".not-started")).toHaveCount(0);
  watch.expectOffline();
  await page.route("**/app/assets/*.js", (route) => route.abort());
  await page.reload();
  const sentences = page.locator(".not-started p");
  await expect(sentences.first()).toBeHidden();
  // The time in which a slow network may still bring the code.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(sentences).toHaveText([/has not started/, /لم تبدأ/]);
  for (const sentence of await sentences.all()) await expect(sentence).toBeVisible();
});
