import { payButton, receiptReference, review, submitForm } from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { balanceOf, newPerson, newPhone, PASSWORD, type Person } from "../people.ts";
import { look } from "../screens.ts";

const NOTE = "For the goats";

test("somebody new opens a wallet, adds money and sends some of it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-write"]);
  const bilal = await newPerson("Bilal Omar");
  await signUp(page);
  await addMoney(page);
  const reference = await send(page, bilal);
  await keepReceipt(page, reference);
  await readHistory(page, reference);
});

async function signUp(page: Page): Promise<void> {
  await page.goto("/");
  await look(page, "first-page");
  await page.locator('main a[href="/signup"]').click();
  await look(page, "signup");
  await page.locator('input[autocomplete="name"]').fill("Samira Saleh");
  await page.locator('input[type="tel"]').fill(newPhone());
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
  await expect(page.locator(".empty")).toBeVisible();
  await look(page, "home-empty");
}

async function addMoney(page: Page): Promise<void> {
  await page.locator('.actions a[href="/deposit"]').click();
  await expect(page.locator('input[inputmode="decimal"]')).toBeVisible();
  await look(page, "deposit");
  await review(page, "5000");
  await look(page, "deposit-review");
  await payButton(page).click();
  await receiptReference(page);
  await look(page, "deposit-receipt");
  await page.locator('.receipt a.button-main[href="/"]').click();
}

async function send(page: Page, bilal: Person): Promise<string> {
  await page.locator('.actions a[href="/send"]').click();
  await expect(page.locator('main input[type="tel"]')).toBeVisible();
  await look(page, "send-who");
  await page.locator('main input[type="tel"]').fill(bilal.phone);
  await submitForm(page);
  // The name is masked: nobody learns a name from a number.
  await expect(page.locator(".recipient")).toContainText("B••• O•••");
  await look(page, "send-amount");
  await page.locator('input[maxlength="280"]').fill(NOTE);
  await review(page, "300");
  await expect(page.locator(".review")).toContainText("B••• O•••");
  await look(page, "send-review");
  await payButton(page).click();
  const reference = await receiptReference(page);
  expect(await balanceOf(bilal)).toBe("300.00");
  await look(page, "send-receipt");
  return reference;
}

/** A receipt can be printed and shared; on paper it has no buttons. */
async function keepReceipt(page: Page, reference: string): Promise<void> {
  const seen = await page.evaluateHandle(() => {
    const seen = { printed: 0, copied: "" };
    window.print = () => {
      seen.printed += 1;
    };
    // The page may write to the clipboard, and not read it.
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = async (text) => {
      await write(text);
      seen.copied = text;
    };
    return seen;
  });
  const actions = page.locator(".receipt-actions button");
  await actions.nth(0).click();
  await actions.nth(1).click();
  await expect.poll(async () => (await seen.jsonValue()).copied).toContain(reference);
  await expect.poll(async () => (await seen.jsonValue()).printed).toBe(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".receipt-actions")).toBeHidden();
  await expect(page.locator(".nav")).toBeHidden();
  await look(page, "send-receipt-printed");
  await page.emulateMedia({ media: null });
}

async function readHistory(page: Page, reference: string): Promise<void> {
  await page.locator('.receipt a.button-main[href="/"]').click();
  await expect(page.locator('a[href^="/history/txn_"]')).toHaveCount(2);
  await look(page, "home");
  await page.locator('.nav a[href="/history"]').click();
  // Home has the same links until the history is there.
  await expect(page.locator(".filters")).toBeVisible();
  const lines = page.locator('a.row-link, a.row[href^="/history/txn_"]');
  await expect(lines).toHaveCount(2);
  await look(page, "history");
  const chips = page.locator(".filters .chip");
  await chips.nth(1).click();
  await expect(lines).toHaveCount(1);
  await chips.nth(0).click();
  await expect(lines).toHaveCount(2);
  await page.locator('input[type="search"]').fill("goats");
  await expect(lines).toHaveCount(1);
  await page.locator(".more-filters summary").click();
  await look(page, "history-filters");
  await lines.click();
  const slip = page.locator(".slip");
  await expect(slip).toContainText(reference);
  await expect(slip).toContainText(NOTE);
  await look(page, "transaction");
}
