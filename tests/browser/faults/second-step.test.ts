import { submitForm } from "../acts.ts";
import { enrolElsewhere } from "../authenticator.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { newPerson, PASSWORD } from "../people.ts";

test.use({ serviceWorkers: "block" });

const KEY = "mahfaza.pending-login";
const code = (page: Page) => page.locator('input[name="code"]');
const kept = (page: Page) => page.evaluate((key) => sessionStorage.getItem(key), KEY);

/** Somebody with an authenticator app, in the second step of a login at this address. */
async function inSecondStep(page: Page, { path = "/login", isShared = false } = {}) {
  const person = await newPerson("Amina Nasser");
  const app = await enrolElsewhere(person);
  await page.goto(path);
  await page.locator('input[type="tel"]').fill(person.phone);
  await page.locator('input[type="password"]').fill(PASSWORD);
  if (isShared) await page.locator('input[type="checkbox"]').check();
  await submitForm(page);
  await expect(code(page)).toBeVisible();
  return app;
}

test("a reload in the second step of a login returns to it, and the login is finished", async ({
  page,
}) => {
  const app = await inSecondStep(page, { path: "/wallets" });
  await page.reload();
  await code(page).fill(app.code());
  await submitForm(page);
  await expect(page.locator(".nav")).toBeVisible();
  await expect(page).toHaveURL(/\/wallets$/);
  expect(await kept(page)).toBeNull();
});

test("after its five minutes the login begins again, and says why", async ({ page }) => {
  await inSecondStep(page);
  await page.evaluate((key) => {
    const pending = JSON.parse(sessionStorage.getItem(key) ?? "");
    sessionStorage.setItem(key, JSON.stringify({ ...pending, until: Date.now() }));
  }, KEY);
  await page.reload();
  await expect(page.locator('input[type="password"]')).toBeVisible();
  await expect(page.locator(".notice-warn")).toContainText("This took too long");
  expect(await kept(page)).toBeNull();
  await page.reload();
  await expect(page.locator('input[type="password"]')).toBeVisible();
  await expect(page.locator(".notice-warn")).toHaveCount(0);
});

test("who cancels the second step, or leaves the login, leaves nothing of it", async ({ page }) => {
  await inSecondStep(page);
  await page.locator(".ways .button-quiet").click();
  await expect(page.locator('input[type="password"]')).toBeVisible();
  expect(await kept(page)).toBeNull();
  await inSecondStep(page);
  await page.locator(".front-head .brand").click();
  await expect(page.locator('a[href="/signup"]')).toBeVisible();
  expect(await kept(page)).toBeNull();
});

test("on a shared computer a reload begins the login again", async ({ page }) => {
  await inSecondStep(page, { isShared: true });
  expect(await kept(page)).toBeNull();
  await page.reload();
  await expect(page.locator('input[type="password"]')).toBeVisible();
});
