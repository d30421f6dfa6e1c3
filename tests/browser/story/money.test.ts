import {
  dialogButton,
  payButton,
  receiptReference,
  review,
  submitDialog,
  submitForm,
} from "../acts.ts";
import { expect, test } from "../fixtures.ts";
import { deposit, enter, newPerson, openWallet, pay } from "../people.ts";
import { look } from "../screens.ts";

test("a withdrawal of more than there is is refused in words, and struck in the history", async ({
  page,
  watch,
}) => {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "500.00");
  await enter(page, amina, "/withdraw");
  await look(page, "withdraw");
  // More than the page knows of is said under the amount, and not sent.
  await page.locator('input[inputmode="decimal"]').fill("500.01");
  await submitForm(page);
  await expect(page.locator(".field-error")).toContainText("500.00");
  await look(page, "withdraw-too-much");
  await review(page, "500");
  // Meanwhile a part of the money goes elsewhere, from another device.
  await pay(amina, bilal, "100.00");
  watch.expectStatus(422);
  await payButton(page).click();
  await expect(page.getByRole("alert")).toContainText("insufficient_funds");
  await look(page, "withdraw-refused");
  await page.locator("main .button-plain").click();
  await page.goto("/history?show=failed");
  const line = page.locator('a.row-link, a.row[href^="/history/txn_"]');
  await expect(line).toHaveCount(1);
  await expect(page.locator("s")).toContainText("500.00");
  await look(page, "history-refused");
  await line.click();
  await expect(page.locator(".slip").getByRole("alert")).toBeVisible();
  await expect(page.locator(".slip s").first()).toContainText("500.00");
  await look(page, "transaction-refused");
});

test("dollars are exchanged at a live quote that counts down", async ({ page }) => {
  const amina = await newPerson("Amina Nasser");
  await openWallet(amina, { currency: "USD" });
  await deposit(amina, "100.00", "USD");
  await enter(page, amina, "/exchange");
  await look(page, "exchange");
  await page.locator('input[inputmode="decimal"]').fill("20");
  await submitForm(page);
  const timer = page.getByRole("timer");
  await expect(timer).toContainText(/\d/);
  const first = await timer.textContent();
  await look(page, "exchange-review");
  await expect(timer).not.toHaveText(first ?? "");
  await payButton(page).click();
  await receiptReference(page);
  await look(page, "exchange-receipt");
  const { data } = await amina.api.GET("/v1/wallets");
  expect(data?.data.find(({ currency }) => currency === "USD")?.balance).toBe("80.00");
  expect(data?.data.find(({ currency }) => currency === "YEM")?.balance).toMatch(/[1-9]/);
});

test("a payment that was received is given back in part", async ({ page }) => {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(bilal, "250.00");
  const id = await pay(bilal, amina, "250.00");
  await enter(page, amina, `/history/${id}`);
  await look(page, "transaction-received");
  await page.locator(".slip-actions button").first().click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator('input[inputmode="decimal"]').fill("100");
  await look(page, "refund");
  await submitDialog(page);
  await expect(dialogButton(page)).toBeEnabled();
  await look(page, "refund-review");
  await dialogButton(page).click();
  await expect(dialog.locator(".notice-good")).toBeVisible();
  await look(page, "refund-done");
  await dialogButton(page).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator(".slip")).toContainText("150.00");
  const { data } = await bilal.api.GET("/v1/wallets");
  expect(data?.data[0]?.balance).toBe("100.00");
});
