import { dialogButton, payButton, review, submitForm } from "../acts.ts";
import { expect, test } from "../fixtures.ts";
import { capture, deposit, enter, newPerson, placeHold } from "../people.ts";
import { look } from "../screens.ts";

test.setTimeout(150_000);

test("money is reserved for somebody, who takes a part of it", async ({ page }) => {
  const [amina, hotel] = [await newPerson("Amina Nasser"), await newPerson("Hotel Taj")];
  await deposit(amina, "1000.00");
  await enter(page, amina, "/holds");
  await look(page, "holds-empty");
  await page.locator('a[href="/holds/new"]').first().click();
  await page.locator('main input[type="tel"]').fill(hotel.phone);
  await look(page, "hold-who");
  await submitForm(page);
  await expect(page.locator('input[inputmode="decimal"]')).toBeVisible();
  await look(page, "hold-amount");
  await review(page, "400");
  await look(page, "hold-review");
  await payButton(page).click();
  await expect(page).toHaveURL(/\/holds\/hld_/);
  await expect(page.locator(".notice-good")).toBeVisible();
  await look(page, "hold");
  const id = /hld_[a-z0-9]+/.exec(page.url())?.[0] ?? "";
  await capture(hotel, id, "150.00");
  await page.reload();
  await expect(page.locator(".hold-head")).toContainText("150.00");
  await look(page, "hold-captured");
  await page.goto("/");
  await expect(page.locator('main a[href^="/history/txn_"]').first()).toBeVisible();
  await look(page, "home-after-capture");
});

test("the receiver of a hold takes it in the console", async ({ page }) => {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(bilal, "90.00");
  const id = await placeHold(bilal, amina, "90.00");
  await enter(page, amina, "/holds");
  await expect(page.locator(`a[href="/holds/${id}"]`)).toBeVisible();
  await look(page, "holds");
  await page.locator(`a[href="/holds/${id}"]`).click();
  await page.locator(".hold-acts .button-main").click();
  await expect(page.locator("dialog[open]")).toBeVisible();
  await look(page, "hold-capture");
  if ((await page.locator('dialog[open] button[type="submit"]').count()) > 0) {
    await submitForm(page);
    await look(page, "hold-capture-review");
  }
  await dialogButton(page).click();
  await expect(page.locator("dialog[open] .notice-good")).toBeVisible();
  await look(page, "hold-capture-done");
  const { data } = await amina.api.GET("/v1/wallets");
  expect(data?.data[0]?.balance).toBe("90.00");
});
