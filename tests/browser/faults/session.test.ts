import { clickLogOut, logOut, payButton, receiptReference, reviewSend } from "../acts.ts";
import { expect, type Page, quiet, test } from "../fixtures.ts";
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
  await expect(page).toHaveURL(address);
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
const RENEWAL = "**/v1/auth/refresh";

/** The tabs that wait for their turn to renew the session. */
const waiting = (page: Page) =>
  page.evaluate(async () => {
    const { pending = [] } = await navigator.locks.query();
    return pending.map(({ name }) => name);
  });

/**
 * Lets two tabs need a token at once. The first renewal is held back until the other tab waits for
 * its turn: without one, that tab would have sent its own renewal.
 */
async function renewInTurn([page, other]: readonly [Page, Page], act: () => Promise<unknown>) {
  const turn = Promise.withResolvers<void>();
  let renewals = 0;
  await page.context().route(RENEWAL, async (route) => {
    renewals += 1;
    await turn.promise;
    await route.continue();
  });
  await act();
  await expect.poll(() => renewals).toBeGreaterThan(0);
  await expect.poll(() => waiting(page)).toEqual(["mahfaza-session"]);
  expect(renewals).toBe(1);
  const answers = [page, other].map((tab) =>
    tab.waitForResponse((response) => response.url().includes("/v1/transactions")),
  );
  turn.resolve();
  for (const answer of await Promise.all(answers)) expect(answer.status()).toBe(200);
  for (const tab of [page, other]) {
    await expect(tab.locator(".filters")).toBeVisible();
    await expect(tab.locator('a.row[href^="/history/txn_"]').first()).toBeVisible();
  }
  await page.context().unroute(RENEWAL);
}

test("two tabs renew their session one after the other, and stay logged in", async ({
  page,
  context,
}) => {
  const { amina } = await withMoney();
  await context.clock.install();
  await enter(page, amina);
  const other = await context.newPage();
  await other.goto("/");
  const tabs = [page, other] as const;
  for (const tab of tabs) await expect(tab.locator(".wallet").first()).toBeVisible();
  for (const tab of tabs) await quiet(tab);
  await renewInTurn(tabs, async () => {
    for (const tab of tabs) await tab.clock.fastForward(LATER);
    for (const tab of tabs) await tab.locator('.nav a[href="/history"]').click();
  });
  // Both start again at once, and each needs a token.
  await renewInTurn(tabs, () => Promise.all([page.reload(), other.reload()]));
});

test("a log-out in one tab logs the other one out", async ({ page, context }) => {
  const { amina } = await withMoney();
  await enter(page, amina, "/me");
  const other = await context.newPage();
  await other.goto("/history");
  await expect(other.locator('a.row[href^="/history/txn_"]').first()).toBeVisible();
  await quiet(other);
  await clickLogOut(page);
  await expect(page.locator(".front")).toBeVisible();
  await expect(other.locator(".front")).toBeVisible();
  await expect(other.locator(".nav")).toHaveCount(0);
  expect(await context.cookies()).toEqual([]);
});

test("the browser's back does not bring a page back after a log-out", async ({ page }) => {
  const { amina } = await withMoney();
  await enter(page, amina);
  await expect(page.locator(".wallet").first()).toContainText("1,000.00");
  await logOut(page);
  await page.goBack();
  await expect(page).toHaveURL("/");
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
