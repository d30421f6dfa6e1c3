import { payButton, receiptReference, reviewSend } from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, done, enter, newPerson, PASSWORD, type Person } from "../people.ts";
import { look } from "../screens.ts";
import { countOf, onPayment, watchPayments } from "./payments.ts";

test.use({ serviceWorkers: "block" });

async function withMoney(): Promise<{ amina: Person; bilal: Person }> {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "1000.00");
  return { amina, bilal };
}

/** Ends every login but the one of the API: that of the browser. */
async function endElsewhere({ api }: Person): Promise<void> {
  const { error } = await api.DELETE("/v1/users/me/sessions");
  if (error) throw new Error(error.code);
}

async function logIn(page: Page, { phone }: Person): Promise<void> {
  await page.locator('input[type="tel"]').fill(phone);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('button[type="submit"]').click();
}

test("a session that is ended before a payment: login in place, then the payment, once", async ({
  page,
  watch,
}) => {
  const { amina, bilal } = await withMoney();
  await enter(page, amina);
  await reviewSend(page, bilal.phone, "10");
  watch.expectStatus(401);
  await endElsewhere(amina);
  const address = page.url();
  await payButton(page).click();
  await expect(page.locator('input[type="password"]')).toBeVisible();
  await look(page, "fault-session-ended");
  await logIn(page, amina);
  await expect(payButton(page)).toContainText("10.00");
  expect(page.url()).toBe(address);
  await payButton(page).click();
  await receiptReference(page);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});

test("a session that is ended after a payment was made: its receipt comes after the login", async ({
  page,
  watch,
}) => {
  const { amina, bilal } = await withMoney();
  await enter(page, amina);
  await reviewSend(page, bilal.phone, "10");
  watch.expectStatus(401);
  watch.expectOffline();
  const sent = watchPayments(page);
  await onPayment(page, async (route) => {
    await route.fetch();
    await endElsewhere(amina);
    await route.abort("connectionreset");
  });
  await payButton(page).click();
  await expect(page.locator('input[type="password"]')).toBeVisible();
  await logIn(page, amina);
  await receiptReference(page);
  expect(sent.keys()).toHaveLength(1);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});

/** Longer than an access token is good for. */
const LATER = "01:00:00";

test("two tabs renew their session one after the other, and stay logged in", async ({
  page,
  context,
}) => {
  const { amina } = await withMoney();
  await context.clock.install();
  await enter(page, amina);
  const other = await context.newPage();
  await other.goto("/");
  for (const tab of [page, other]) await expect(tab.locator(".wallet").first()).toBeVisible();
  const open = new Set<unknown>();
  let [renewals, atOnce] = [0, 0];
  context.on("request", (request) => {
    if (!request.url().endsWith("/v1/auth/refresh")) return;
    open.add(request);
    renewals += 1;
    atOnce = Math.max(atOnce, open.size);
  });
  for (const name of ["requestfinished", "requestfailed"] as const) {
    context.on(name as "requestfinished", (request) => open.delete(request));
  }
  await Promise.all([page, other].map((tab) => tab.clock.fastForward(LATER)));
  await Promise.all([page, other].map((tab) => tab.locator('.nav a[href="/history"]').click()));
  for (const tab of [page, other]) {
    await expect(tab.locator('a.row[href^="/history/txn_"]').first()).toBeVisible();
  }
  expect(renewals).toBeGreaterThan(0);
  expect(atOnce).toBe(1);
  // Both start again at once, and each needs a token.
  await Promise.all([page.reload(), other.reload()]);
  for (const tab of [page, other]) await expect(tab.locator(".nav")).toBeVisible();
  for (const tab of [page, other]) {
    await expect(tab.locator('a.row[href^="/history/txn_"]').first()).toBeVisible();
  }
  expect(atOnce).toBe(1);
});

test("a log-out in one tab logs the other one out", async ({ page, context }) => {
  const { amina } = await withMoney();
  await enter(page, amina, "/me");
  const other = await context.newPage();
  await other.goto("/history");
  await expect(other.locator(".nav")).toBeVisible();
  await page.locator("main .stack-small .button-plain").click();
  await expect(page.locator(".front")).toBeVisible();
  await expect(other.locator(".front")).toBeVisible();
  await expect(other.locator(".nav")).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
});

test("the browser's back does not bring a page back after a log-out", async ({ page }) => {
  const { amina } = await withMoney();
  await enter(page, amina, "/me");
  await page.locator("main .stack-small .button-plain").click();
  await expect(page.locator(".front")).toBeVisible();
  await page.goBack();
  await expect(page.locator(".front")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("1,000.00");
});

test("a password that is changed elsewhere ends the other logins", async ({ page, watch }) => {
  const { amina } = await withMoney();
  await enter(page, amina, "/history");
  watch.expectStatus(401);
  const body = { current_password: PASSWORD, password: "another long phrase 31" };
  await done(amina.api.PATCH("/v1/users/me", { body }));
  await page.reload();
  await expect(page.locator('input[type="password"]')).toBeVisible();
});
