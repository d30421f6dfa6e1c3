import { expect, type Page } from "../fixtures.ts";
import { look } from "../screens.ts";

/** Finds somebody by their phone, as an operator does. */
export async function find(page: Page, phone: string): Promise<void> {
  await page.locator('.desk-side a[href="/desk/people"]').click();
  await page.locator('form.find input[type="search"]').fill(`+967${phone}`);
  await page.locator('form.find button[type="submit"]').click();
  await expect(page).toHaveURL(/\/desk\/people\/usr_/);
}

/** Fills in the reason of an act, carries it out, and closes what it says. */
export async function act(page: Page, name: string): Promise<void> {
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  const reason = dialog.locator("select");
  if ((await reason.count()) > 0) await reason.selectOption({ index: 1 });
  await carryOut(page, name);
  await dialog.locator(".dialog-close").click();
  await expect(dialog).toHaveCount(0);
}

/** Sends the act whose fields are filled in, and waits for what it says. */
export async function carryOut(page: Page, name: string): Promise<void> {
  const dialog = page.locator("dialog[open]");
  await look(page, name);
  await dialog.locator('button[type="submit"]').click();
  await expect(dialog.locator(".notice-good")).toBeVisible();
  await look(page, `${name}-done`);
}
