import { dialogButton, submitDialog, submitForm } from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, openWallet } from "../people.ts";
import { look } from "../screens.ts";

const NAME = "For the wedding";
const OTHER = "House and garden";

test("a second wallet is opened, named, made the default, and closed with its money moved", async ({
  page,
}) => {
  const amina = await newPerson("Amina Nasser");
  await openWallet(amina, { currency: "USD" });
  await deposit(amina, "40.00", "USD");
  await enter(page, amina, "/wallets");
  await look(page, "wallets");
  await page.locator('a[href="/wallets/new"]').click();
  await page.locator('input[type="search"]').fill("USD");
  await look(page, "wallet-new");
  await page.locator('input[maxlength="50"]').last().fill(NAME);
  await submitForm(page);
  await expect(page.locator("h1")).toHaveText(NAME);
  await expect(page).toHaveURL(/\/wallets\/wal_/);
  const details = page.locator(".wallet-details");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await look(page, "wallet");
  await rename(page);
  await makeDefault(page);
  await moneyIntoIt(page);
  await close(page);
  const { data } = await amina.api.GET("/v1/wallets");
  const dollars = data?.data.filter(({ currency }) => currency === "USD") ?? [];
  expect(dollars.find(({ status }) => status === "active")?.balance).toBe("55.00");
  expect(dollars.find(({ status }) => status === "closed")?.label).toBe(OTHER);
});

const manage = (page: Page, place: number) => page.locator(".wallet-buttons button").nth(place);

async function rename(page: Page): Promise<void> {
  await manage(page, 0).click();
  await page.locator("dialog[open] input").fill(OTHER);
  await look(page, "wallet-rename");
  await submitDialog(page);
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page.locator("h1")).toHaveText(OTHER);
}

async function makeDefault(page: Page): Promise<void> {
  await expect(page.locator(".wallet-buttons button")).toHaveCount(3);
  await manage(page, 1).click();
  await expect(page.locator(".wallet-buttons button")).toHaveCount(2);
}

async function moneyIntoIt(page: Page): Promise<void> {
  await page.locator('.actions a[href^="/deposit?wallet="]').click();
  await page.locator('input[inputmode="decimal"]').fill("15");
  await submitForm(page);
  await page.locator(".pay-button .button-main").click();
  await expect(page.locator(".receipt")).toContainText(OTHER);
  await page.goto("/wallets");
  await look(page, "wallets-two");
  await page.locator(".wallet", { hasText: OTHER }).click();
  await expect(page.locator("h1")).toHaveText(OTHER);
}

async function close(page: Page): Promise<void> {
  const details = page.locator(".wallet-details");
  await details.waitFor();
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await page.locator(".wallet-buttons .button-danger").click();
  const button = page.locator("dialog[open] .button-danger");
  await expect(button).toContainText("15.00");
  await look(page, "wallet-close");
  await button.click();
  await expect(dialogButton(page)).toHaveCount(0);
  await expect(page.locator(".wallet-buttons")).toHaveCount(0);
  await look(page, "wallet-closed");
}
