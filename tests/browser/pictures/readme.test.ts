import path from "node:path";
import { payButton, receiptReference, submitForm } from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, newPhone, PASSWORD, type Person } from "../people.ts";

const FOLDER = path.join(import.meta.dirname, "../../../docs/console");
const KEY_MS = 40;

/** Types as a quick person does, so that the seconds in README are a person's. */
async function type(page: Page, field: string, text: string): Promise<void> {
  await page.locator(field).pressSequentially(text, { delay: KEY_MS });
}

async function take(page: Page, name: string): Promise<void> {
  // The fonts and the chart are there.
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
}

test("the first two minutes, with their seconds", async ({ page }) => {
  const bilal = await newPerson("Bilal Noman");
  const startedMs = Date.now();
  const steps: string[] = [];
  const step = (what: string) => {
    steps.push(`${((Date.now() - startedMs) / 1000).toFixed(0).padStart(4)} s  ${what}`);
  };
  await page.goto("/");
  step("the first page is open");
  await page.locator('main a[href="/signup"]').click();
  await type(page, 'input[autocomplete="name"]', "Samira Saleh");
  await type(page, 'input[type="tel"]', newPhone());
  await type(page, 'input[type="password"]', PASSWORD);
  await submitForm(page);
  await expect(page.locator(".empty")).toBeVisible();
  step("signed up, with a wallet");
  await page.locator('.actions a[href="/deposit"]').click();
  await type(page, 'input[inputmode="decimal"]', "2500");
  await submitForm(page);
  await payButton(page).click();
  await receiptReference(page);
  step("2,500.00 YEM deposited");
  await page.locator('.receipt a.button-main[href="/"]').click();
  await page.locator('.actions a[href="/send"]').click();
  await type(page, 'main input[type="tel"]', bilal.phone);
  await submitForm(page);
  await page.locator('input[maxlength="280"]').waitFor();
  await type(page, 'input[inputmode="decimal"]', "300");
  await type(page, 'input[maxlength="280"]', "lunch");
  await submitForm(page);
  // The service has decided the review.
  await expect(payButton(page)).toHaveAttribute("aria-busy", "false");
  await take(page, "review");
  await payButton(page).click();
  await receiptReference(page);
  step("300.00 YEM sent to Bilal");
  await take(page, "receipt");
  console.log(steps.join("\n"));
});

/** Somebody whose history has one of each. */
async function withHistory(): Promise<Person> {
  const [samira, bilal] = [await newPerson("سميرة صالح"), await newPerson("بلال نعمان")];
  await samira.api.POST("/v1/wallets", { body: { currency: "USD", label: "السفر" } });
  await deposit(samira, "2500.00");
  await deposit(samira, "120.50", "USD");
  await deposit(bilal, "500.00");
  const pay = (from: Person, to: Person, amount: string, note: string) =>
    from.api.POST("/v1/transfers", { body: { amount: amount as never, to_phone: to.phone, note } });
  await pay(samira, bilal, "300.00", "غداء");
  await samira.api.POST("/v1/withdrawals", { body: { amount: "9999.00" as never } });
  await pay(bilal, samira, "150.00", "نصف الإيجار");
  return samira;
}

test.describe("in Arabic, dark, on a phone", () => {
  test.use({ locale: "ar-YE", colorScheme: "dark" });
  test("home", async ({ page }) => {
    await enter(page, await withHistory());
    await expect(page.locator('a[href^="/history/txn_"]')).toHaveCount(5);
    await take(page, "home-ar");
  });
});

test.describe("on a wide screen", () => {
  test.use({ viewport: { width: 1280, height: 720 }, hasTouch: false });
  test("history", async ({ page }) => {
    await enter(page, await withHistory(), "/history");
    await expect(page.locator("tbody tr")).toHaveCount(5);
    await take(page, "history");
  });
});
