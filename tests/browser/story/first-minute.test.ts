import { expectAccessible } from "../accessible.ts";
import { expect, test } from "../fixtures.ts";
import { newPhone, PASSWORD } from "../people.ts";

test("somebody new opens a wallet from the first page", async ({ page }) => {
  await page.goto("/");
  await expectAccessible(page);
  await page.locator('main a[href="/signup"]').click();
  await expectAccessible(page);
  await page.locator('input[autocomplete="name"]').fill("Samira Saleh");
  await page.locator('input[type="tel"]').fill(newPhone());
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
  await expect(page.locator(".nav")).toBeVisible();
  await expectAccessible(page);
});
