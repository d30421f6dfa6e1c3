import { expect, type Page } from "./fixtures.ts";

/** Types the amount of the form that is open. */
async function typeAmount(page: Page, amount: string): Promise<void> {
  await page.locator('input[inputmode="decimal"]').fill(amount);
}

/** Sends the form that is open: in a dialog, else on the page. */
export async function submitForm(page: Page): Promise<void> {
  const dialog = page.locator("dialog[open]");
  const place = (await dialog.count()) > 0 ? dialog.last() : page.locator("main");
  await place.locator('button[type="submit"]').click();
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
