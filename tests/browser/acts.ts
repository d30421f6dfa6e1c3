import { expect, type Page, quiet } from "./fixtures.ts";

/** Types the amount of the form that is open. */
async function typeAmount(page: Page, amount: string): Promise<void> {
  await page.locator('input[inputmode="decimal"]').fill(amount);
}

/** Sends the form of the page. */
export async function submitForm(page: Page): Promise<void> {
  await page.locator('main button[type="submit"]:not(dialog *)').click();
}

/** Sends the form of the dialog that is open, or is about to open. */
export async function submitDialog(page: Page): Promise<void> {
  await page.locator('dialog[open] button[type="submit"]').click();
}

/** Logs out by the button of the page "Me". */
export async function logOut(page: Page): Promise<void> {
  await page.goto("/me");
  await clickLogOut(page);
  await expect(page.locator(".front")).toBeVisible();
}

/** Clicks the button, once no request of the page is left that the service would refuse then. */
export async function clickLogOut(page: Page): Promise<void> {
  const button = page.locator("main .stack-small .button-plain");
  await button.waitFor();
  await quiet(page);
  await button.click();
}

/** The one button of a review. */
export const payButton = (page: Page) => page.locator(".pay-button .button-main");

/** The button of a review in a dialog. */
export const dialogButton = (page: Page) => page.locator("dialog[open] .button-main");

/** From an amount in a form to the last look at the payment. */
export async function review(page: Page, amount: string): Promise<void> {
  await typeAmount(page, amount);
  await submitForm(page);
  await expect(payButton(page)).toBeEnabled();
}

/** Opens the form for sending, and goes to the last look. */
export async function reviewSend(page: Page, phone: string, amount: string): Promise<void> {
  await page.goto("/send");
  await page.locator('main input[type="tel"]').fill(phone);
  await submitForm(page);
  await review(page, amount);
}

/** Waits for the receipt, and returns its reference. */
export async function receiptReference(page: Page): Promise<string> {
  const reference = page.locator(".receipt .copy-text");
  await expect(reference).toHaveText(/\S{6,}/);
  return (await reference.textContent()) ?? "";
}
