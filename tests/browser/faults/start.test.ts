import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson } from "../people.ts";

// The worker that keeps the shell would answer for the files that a test holds back.
test.use({ serviceWorkers: "block" });

const REFRESH = "POST /v1/auth/refresh";
const CODE = "**/app/assets/core-*.js";
const wallet = (page: Page) => page.locator("main .wallet .amount").first();

/** The requests of the API that the page sends from now on. */
function watchRequests(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/v1/")) sent.push(`${request.method()} ${pathname}`);
  });
  return sent;
}

async function enterWithMoney(page: Page): Promise<void> {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "123.45");
  await enter(page, amina);
  await expect(wallet(page)).toContainText("123.45");
  await page.waitForLoadState("networkidle");
}

test("a start renews the session and asks for the wallets once, before the app's code is here", async ({
  page,
}) => {
  await enterWithMoney(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(CODE, async (route) => {
    await held;
    await route.continue();
  });
  const sent = watchRequests(page);
  await page.reload({ waitUntil: "commit" });
  const first = [REFRESH, "GET /v1/wallets", "GET /v1/users/me"];
  await expect.poll(() => sent).toEqual(first);
  release();
  await expect(wallet(page)).toContainText("123.45");
  await expect(page.locator(".hello-name")).toContainText("Amina");
  await page.waitForLoadState("networkidle");
  for (const request of first) expect(sent.filter((one) => one === request)).toHaveLength(1);
});

test("a start without a session asks the service for nothing", async ({ page }) => {
  const sent = watchRequests(page);
  await page.goto("/");
  await expect(page.locator('a[href="/signup"]').first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(sent).toEqual([]);
});

test("a page that is loaded again in the middle of its start keeps the session", async ({
  page,
}) => {
  await enterWithMoney(page);
  for (let count = 0; count < 3; count += 1) {
    const asked = page.waitForRequest("**/v1/auth/refresh");
    await page.reload({ waitUntil: "commit" });
    await asked;
  }
  await expect(wallet(page)).toContainText("123.45");
});

test("a tab whose code does not come keeps no other tab from its session", async ({
  page,
  context,
}) => {
  await enterWithMoney(page);
  await page.route(CODE, () => new Promise(() => undefined));
  const answered = page.waitForResponse("**/v1/auth/refresh");
  await page.reload({ waitUntil: "commit" });
  await answered;
  const other = await context.newPage();
  const offline = other.locator("main .button-main");
  await other.goto("/");
  await expect(wallet(other).or(offline)).toBeVisible();
  await expect(offline).toHaveCount(0);
  await expect(wallet(other)).toContainText("123.45");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
