import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, PASSWORD, type Person } from "../people.ts";

// What two people see who use one browser, each in a tab.
test.use({ serviceWorkers: "block" });

/** The script that comes after the one of the first requests. */
const APP_CODE = /\/app\/assets\/start-/;

const wallet = (page: Page) => page.locator(".wallet").first();
const password = (page: Page) => page.locator('input[type="password"]');

async function withMoney(name: string, amount: string): Promise<Person> {
  const person = await newPerson(name);
  await deposit(person, amount);
  return person;
}

async function twoPeople() {
  const amina = await withMoney("Amina Nasser", "1111.00");
  return { amina, bilal: await withMoney("Bilal Omar", "2222.00") };
}

async function logIn(page: Page, { phone }: Person, isShared = false): Promise<void> {
  await page.locator('input[type="tel"]').fill(phone);
  await password(page).fill(PASSWORD);
  if (isShared) await page.locator('input[type="checkbox"]').check();
  await page.locator('main button[type="submit"]').click();
}

/** A tab that was opened before anybody was logged in, and still shows the form. */
async function tabWithForm(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto("/login");
  await expect(password(other)).toBeVisible();
  return other;
}

test("a login of somebody else ends the first one's tab, and stays, also after a reload", async ({
  page,
}) => {
  const { amina, bilal } = await twoPeople();
  const other = await tabWithForm(page);
  await enter(page, amina);
  await expect(wallet(page)).toContainText("1,111.00");
  await logIn(other, bilal);
  await expect(wallet(other)).toContainText("2,222.00");
  await expect(password(page)).toBeVisible();
  await expect(page.locator("body")).not.toContainText("1,111.00");
  await other.reload();
  await expect(wallet(other)).toContainText("2,222.00");
});

test("a login of somebody else while a page's first answers wait for its code", async ({
  page,
}) => {
  const { amina, bilal } = await twoPeople();
  const other = await tabWithForm(page);
  await enter(page, amina);
  await expect(wallet(page)).toBeVisible();
  let release = () => {};
  const code = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(APP_CODE, async (route) => {
    await code;
    await route.continue();
  });
  const early = page.waitForResponse("**/v1/wallets");
  await page.reload({ waitUntil: "commit" });
  await early;
  await logIn(other, bilal);
  // The login waits until the page has given up its early answers, and with them the lock.
  await expect(wallet(other)).toContainText("2,222.00");
  release();
  await expect(wallet(page)).toContainText("2,222.00");
  await expect(page.locator("body")).not.toContainText("Amina");
  await expect(wallet(other)).toContainText("2,222.00");
});

test("a tab of a shared computer does not go on with the session of somebody else", async ({
  page,
}) => {
  const { amina, bilal } = await twoPeople();
  const other = await tabWithForm(page);
  await page.goto("/login");
  await logIn(page, amina, true);
  await expect(wallet(page)).toContainText("1,111.00");
  // It is away when the other one logs in, and hears nothing of that.
  await page.goto("about:blank");
  await logIn(other, bilal);
  await expect(wallet(other)).toContainText("2,222.00");
  await page.goto("/send");
  await expect(password(page)).toBeVisible();
  await other.reload();
  await expect(wallet(other)).toContainText("2,222.00");
});
