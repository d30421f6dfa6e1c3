import { submitDialog } from "../acts.ts";
import { expect, test } from "../fixtures.ts";
import { deposit, enter, newPerson, type Person } from "../people.ts";

interface Message {
  readonly to: string;
  readonly text: string;
}

/** The code of the message that was sent to a person's number. */
async function codeSentTo({ phone }: Person): Promise<string> {
  const address = `${process.env.MESSAGES_URL ?? "http://localhost:8788"}/messages`;
  const read = async () => {
    const { data } = (await (await fetch(address)).json()) as { data: Message[] };
    const text = data.findLast(({ to }) => to.endsWith(phone))?.text ?? "";
    return /\b\d{8}\b/.exec(text)?.[0] ?? "";
  };
  await expect.poll(read).not.toBe("");
  return read();
}

test("a refused form puts the focus on its first field with an error", async ({ page, watch }) => {
  const amina = await newPerson("Amina Nasser");
  await page.goto("/signup");
  await page.locator('button[type="submit"]').click();
  await expect(page.locator('input[name="name"]')).toBeFocused();
  await page.locator('input[name="name"]').fill("Bilal Omar");
  await page.locator('button[type="submit"]').click();
  await expect(page.locator('input[name="phone"]')).toBeFocused();

  await page.goto("/login");
  await page.locator('input[type="tel"]').fill(amina.phone);
  await page.locator('input[type="password"]').fill("not this one 77");
  watch.expectStatus(401);
  for (const _ of ["once", "again"]) {
    const refused = page.waitForResponse("**/v1/auth/login");
    await page.locator('button[type="submit"]').click();
    await refused;
    await expect(page.locator(".notice-bad")).toBeVisible();
    await expect(page.locator('input[type="password"]')).toBeFocused();
  }
});

test("the focus returns to what opened a dialog", async ({ page }) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "10.00");
  await enter(page, amina, "/wallets");
  await page.locator(".wallet").first().click();
  const details = page.locator(".wallet-details");
  await details.waitFor();
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  const opener = page.locator(".wallet-buttons button").first();
  await opener.click();
  await page.locator("dialog[open] input").fill("Everyday");
  await submitDialog(page);
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(page.locator("h1")).toHaveText("Everyday");
  await expect(opener).toBeFocused();
});

test("the focus goes to the title when what opened a dialog is gone", async ({ page }) => {
  const amina = await newPerson("Amina Nasser");
  await enter(page, amina, "/me/profile");
  const verify = page.locator(".row-actions button");
  await expect(verify).toHaveCount(3);
  await verify.first().click();
  await page.locator('dialog[open] input[name="code"]').fill(await codeSentTo(amina));
  await submitDialog(page);
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await expect(verify).toHaveCount(2);
  await expect(page.locator("h1")).toBeFocused();
});

test("a reload of the password reset brings the form for the code back, until it is left", async ({
  page,
}) => {
  const amina = await newPerson("Amina Nasser");
  await page.goto("/reset");
  await page.locator('input[type="tel"]').fill(amina.phone);
  await page.locator('button[type="submit"]').click();
  const code = page.locator('input[name="code"]');
  await expect(code).toBeVisible();
  await code.fill("1234");
  await page.locator('input[type="password"]').fill("another long phrase 31");
  await page.reload();
  await expect(code).toBeVisible();
  await expect(page.locator("main form")).toContainText(amina.phone);
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(kept).not.toContain("another long phrase");
  await page.locator('main a[href="/login"]').click();
  await expect(page.locator('main a[href="/signup"]')).toBeVisible();
  await page.goto("/reset");
  await expect(page.locator('input[type="tel"]')).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
