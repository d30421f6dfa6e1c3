import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, PASSWORD } from "../people.ts";
import { look } from "../screens.ts";

const kept = (page: Page) =>
  page.evaluate(() => ({ local: Object.keys(localStorage), count: sessionStorage.length }));

const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("on a shared computer nothing stays, and the login ends with its tab", async ({
  page,
  context,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "70.00");
  await page.goto("/login");
  await page.locator('input[type="tel"]').fill(amina.phone);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('input[type="checkbox"]').check();
  await page.locator('button[type="submit"]').click();
  await expect(page.locator(".wallet").first()).toBeVisible();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({
    name: "__Host-refresh_token",
    httpOnly: true,
    secure: true,
    sameSite: "Strict",
    // The browser deletes it at its end.
    expires: -1,
  });
  expect(await workers(page)).toBe(0);
  expect((await kept(page)).local).toEqual(["mahfaza.left-session"]);
  await page.reload();
  await expect(page.locator(".wallet").first()).toBeVisible();
  // Its tab is closed without a log-out; the next page that opens here ends the session.
  await page.close();
  const next = await context.newPage();
  watch.expectStatus(401);
  await next.goto("/");
  await expect(next.locator('a[href="/signup"]').first()).toBeVisible();
  await expect.poll(() => context.cookies()).toEqual([]);
  expect(await kept(next)).toEqual({ local: [], count: 0 });
});

test("without a network the last balances are shown as old, and come back with it", async ({
  page,
  context,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "123.45");
  await enter(page, amina);
  await expect(page.locator(".wallet").first()).toContainText("123.45");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  watch.expectOffline();
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator(".old")).toContainText("123.45");
  await expect(page.locator("main .tag")).toBeVisible();
  await look(page, "offline");
  await context.setOffline(false);
  // It comes back by itself, or by its button.
  const again = page.locator("main .button-main");
  if (await again.isVisible()) await again.click({ timeout: 2_000 }).catch(() => undefined);
  await expect(page.locator(".wallet").first()).toContainText("123.45");
  await expect(page.locator(".old")).toHaveCount(0);
});

test("a page that is open says that the network is gone, and sends nothing", async ({
  page,
  context,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "50.00");
  await enter(page, amina, "/deposit");
  await page.locator('input[inputmode="decimal"]').fill("10");
  watch.expectOffline();
  await context.setOffline(true);
  await expect(page.locator(".offline")).toBeVisible();
  await look(page, "offline-bar");
  await context.setOffline(false);
  await expect(page.locator(".offline")).toHaveCount(0);
});
