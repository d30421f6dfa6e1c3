import { clickLogOut, dialogButton, submitDialog } from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, PASSWORD } from "../people.ts";
import { look } from "../screens.ts";

/** The choices of the device, which belong to no account. */
const CHOICES = ["mahfaza.language", "mahfaza.digits", "mahfaza.theme"];

test("somebody looks after the account, and leaves nothing behind at the log-out", async ({
  page,
  context,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "70.00");
  await enter(page, amina, "/limits");
  await expect(page.locator(".limit").first()).toBeVisible();
  await look(page, "limits");
  await ownLimit(page);
  await page.goto("/me");
  await look(page, "me");
  await security(page);
  await profile(page);
  await page.goto("/me/activity");
  await expect(page.locator("main .row").first()).toBeVisible();
  await look(page, "activity");
  await page.goto("/me/delete");
  await look(page, "delete");
  await settings(page);
  await clickLogOut(page);
  await expect(page.locator('a[href="/signup"]').first()).toBeVisible();
  const left = await kept(page);
  expect(CHOICES).toEqual(expect.arrayContaining(left.local));
  expect(left.session).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await look(page, "logged-out");
  await page.goto("/login");
  await look(page, "login");
  await logIn(page, amina.phone);
  watch.expectStatus(404);
  await page.goto("/no/such/page");
  await look(page, "not-found");
});

const kept = (page: Page) =>
  page.evaluate(() => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage).sort(),
  }));

async function ownLimit(page: Page): Promise<void> {
  await page.locator(".limit button").first().click();
  await page.locator("dialog[open] input").fill("10");
  await look(page, "limit-own");
  await submitDialog(page);
  await expect(page.locator("dialog[open] .notice-good")).toBeVisible();
  await look(page, "limit-own-done");
  await dialogButton(page).click();
}

/** The login of this page and the one of the API. The other one is ended. */
async function security(page: Page): Promise<void> {
  await page.locator('main a[href="/me/security"]').click();
  const sessions = page.locator("main section").last().locator(".row");
  await expect(sessions).toHaveCount(2);
  await look(page, "security");
  await sessions.locator("button").click();
  await expect(sessions).toHaveCount(1);
}

async function profile(page: Page): Promise<void> {
  await page.goto("/me/profile");
  await look(page, "profile");
  await page.locator("main .row button").first().click();
  await page.locator('dialog[open] input[autocomplete="name"]').fill("Amina Nasser Ali");
  await look(page, "profile-name");
  await submitDialog(page);
  await expect(page.locator("main .row").first()).toContainText("Amina Nasser Ali");
}

/** The other language and back, the other colours and back. */
async function settings(page: Page): Promise<void> {
  await page.goto("/me");
  const html = page.locator("html");
  const first = (await html.getAttribute("lang")) === "ar" ? "ar" : "en";
  const other = first === "ar" ? "en" : "ar";
  const choices = page.locator(".setting fieldset");
  const languageOf = { ar: 0, en: 1 };
  await choices.first().locator("label").nth(languageOf[other]).click();
  await expect(html).toHaveAttribute("lang", other);
  await expect(html).toHaveAttribute("dir", other === "ar" ? "rtl" : "ltr");
  await look(page, "me-other-language");
  await choices.first().locator("label").nth(languageOf[first]).click();
  await expect(html).toHaveAttribute("lang", first);
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await choices
    .last()
    .locator("label")
    .nth(isDark ? 1 : 2)
    .click();
  await expect(html).toHaveAttribute("data-theme", isDark ? "light" : "dark");
  await look(page, "me-other-colours");
}

async function logIn(page: Page, phone: string): Promise<void> {
  await page.locator('input[type="tel"]').fill(phone);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
  await expect(page.locator(".nav")).toBeVisible();
}
