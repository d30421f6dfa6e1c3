import type { BrowserContext } from "@playwright/test";
import { ANSWER_MS } from "../../../console/src/device/shared-tabs.ts";
import { clickLogOut } from "../acts.ts";
import { expect, type Page, quiet, test, type Watch } from "../fixtures.ts";
import {
  deposit,
  done,
  enter,
  newPerson,
  openEmptyPage,
  PASSWORD,
  type Person,
} from "../people.ts";
import { look } from "../screens.ts";

/** All that the page has stored, as text. */
const stored = (page: Page) =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

const kept = (page: Page) =>
  page.evaluate(() => ({ local: Object.keys(localStorage), count: sessionStorage.length }));

async function logIn(page: Page, { phone }: Person, isShared: boolean): Promise<void> {
  await page.locator('input[type="tel"]').fill(phone);
  await page.locator('input[type="password"]').fill(PASSWORD);
  if (isShared) await page.locator('input[type="checkbox"]').check();
  await page.locator('button[type="submit"]').click();
  await expect(page.locator(".wallet").first()).toBeVisible();
}

/** Waits until the device has all that a start without a network needs. */
const whenKept = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** A new page, once the browser knows that the tabs before it are closed. */
async function pageAfterThem(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openEmptyPage(page);
  const held = () => page.evaluate(async () => (await navigator.locks.query()).held);
  await expect.poll(held).toEqual([]);
  return page;
}

/** Opens the next page, which ends the session that the closed tabs have left; returns that page. */
async function endsAfterThem(context: BrowserContext, watch: Watch): Promise<Page> {
  const next = await pageAfterThem(context);
  watch.expectStatus(401);
  await next.goto("/");
  await expect(next.locator('a[href="/signup"]').first()).toBeVisible();
  await expect.poll(() => context.cookies()).toEqual([]);
  return next;
}

/** A tab in the background has a second to answer a new one. A busy machine may need longer. */
async function withPatientTabs(context: BrowserContext): Promise<void> {
  await context.addInitScript((answerMs) => {
    const own = setTimeout;
    const patient = (work: () => void, ms?: number) => own(work, ms === answerMs ? 60_000 : ms);
    Object.assign(window, { setTimeout: patient });
  }, ANSWER_MS);
}

const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("on a shared computer nothing stays, and the login ends with its tab", async ({
  page,
  context,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "70.00");
  await page.goto("/login");
  await logIn(page, amina, true);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({
    name: "__Host-refresh_token",
    httpOnly: true,
    secure: true,
    sameSite: "Strict",
    // The browser deletes it at its end.
    expires: -1,
  });
  expect(await workers(page)).toBe(0);
  expect((await kept(page)).local).toEqual(["mahfaza.left-session"]);
  await page.reload();
  await expect(page.locator(".wallet").first()).toBeVisible();
  // Its tab is closed without a log-out; the next page that opens here ends the session.
  await page.close();
  const next = await endsAfterThem(context, watch);
  expect(await kept(next)).toEqual({ local: [], count: 0 });
});

test("on a shared computer a second tab has the session of the first, until both are closed", async ({
  page,
  context,
  watch,
}) => {
  await withPatientTabs(context);
  const amina = await newPerson("Amina Nasser");
  await page.goto("/login");
  await logIn(page, amina, true);
  const other = await context.newPage();
  await other.goto("/history");
  await expect(other.locator(".nav")).toBeVisible();
  expect((await kept(other)).local).toEqual(["mahfaza.left-session"]);
  // Neither has ended the session of the other one, and each goes on alone.
  await page.reload();
  await expect(page.locator(".wallet").first()).toBeVisible();
  await page.close();
  await other.reload();
  await expect(other.locator(".nav")).toBeVisible();
  await other.close();
  await endsAfterThem(context, watch);
});

test("a log-out in one tab of a shared computer leaves nothing in the other one", async ({
  page,
  context,
}) => {
  await withPatientTabs(context);
  const amina = await newPerson("Amina Nasser");
  await page.goto("/login");
  await logIn(page, amina, true);
  const other = await context.newPage();
  await other.goto("/deposit");
  await other.locator('input[inputmode="decimal"]').fill("10");
  await quiet(other);
  await page.goto("/me");
  await clickLogOut(page);
  await expect(other.locator(".front")).toBeVisible();
  expect(await kept(other)).toEqual({ local: [], count: 0 });
});

for (const isShared of [false, true]) {
  const where = isShared ? "on a shared computer" : "as another person";
  test(`a login ${where} leaves nothing of the person whose session ended`, async ({
    page,
    context,
    watch,
  }) => {
    const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
    await deposit(amina, "123.45");
    await enter(page, amina);
    await expect(page.locator(".wallet").first()).toContainText("123.45");
    await expect.poll(() => stored(page)).toContain("123.45");
    await page.evaluate(
      (id) => {
        sessionStorage.setItem(`mahfaza.draft:${id}:send`, '{"to":"777777777"}');
        sessionStorage.setItem(`mahfaza-intent:${id}:send`, '{"body":{"to_phone":"777777777"}}');
      },
      (await done(amina.api.GET("/v1/users/me"))).id,
    );
    watch.expectStatus(401);
    const { error } = await amina.api.DELETE("/v1/users/me/sessions");
    expect(error).toBeUndefined();
    await page.reload();
    await expect(page.locator('input[type="password"]')).toBeVisible();
    expect(await stored(page)).not.toContain("123.45");
    // The same person could still go on with these.
    expect(await stored(page)).toContain("777777777");
    await logIn(page, bilal, isShared);
    for (const text of ["123.45", "Amina", "777777777"]) {
      expect(await stored(page)).not.toContain(text);
    }
    if (!isShared) await whenKept(page);
    watch.expectOffline();
    await context.setOffline(true);
    await expect(page.locator(".offline")).toBeVisible();
    if (isShared) return;
    await page.reload();
    await expect(page.locator("main .button-main")).toBeVisible();
    await expect(page.locator("body")).not.toContainText("Amina");
  });
}

test("without a network the last balances are shown as old, and come back with it", async ({
  page,
  context,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "123.45");
  await enter(page, amina);
  await expect(page.locator(".wallet").first()).toContainText("123.45");
  await whenKept(page);
  watch.expectOffline();
  await context.setOffline(true);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await expect(page.locator(".old")).toContainText("123.45");
  // At once: no request is tried before.
  expect(asked.filter((path) => path.startsWith("/v1/"))).toEqual([]);
  await expect(page.locator("main .tag")).toBeVisible();
  await look(page, "offline");
  await context.setOffline(false);
  // It comes back by itself.
  await expect(page.locator(".wallet").first()).toContainText("123.45");
  await expect(page.locator(".old")).toHaveCount(0);
});

test("a start without an answer shows the offline page within seconds, with the payment to check", async ({
  page,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await enter(page, amina);
  await expect(page.locator(".wallet").first()).toBeVisible();
  await page.evaluate(async () => {
    const intent = `mahfaza-intent:${localStorage.getItem("mahfaza.session")}:send`;
    sessionStorage.setItem(intent, "{}");
    const worker = await navigator.serviceWorker.ready;
    await worker.unregister();
  });
  const answer = Promise.withResolvers<void>();
  let attempts = 0;
  await page.route("**/v1/auth/refresh", async (route) => {
    attempts += 1;
    await answer.promise;
    await route.continue();
  });
  watch.expectOffline();
  await page.reload();
  await expect(page.locator("main .button-main")).toBeVisible();
  // The client has not given its first attempt up, which it does after 20 seconds.
  expect(attempts).toBe(1);
  await expect(page.locator("main .notice-warn")).toBeVisible();
  await look(page, "offline-unfinished");
  // The answer that comes late is taken.
  answer.resolve();
  await expect(page.locator(".wallet").first()).toBeVisible();
});

test("a page that is open says that the network is gone, and sends nothing", async ({
  page,
  context,
  watch,
}) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "50.00");
  await enter(page, amina, "/deposit");
  await page.locator('input[inputmode="decimal"]').fill("10");
  watch.expectOffline();
  await context.setOffline(true);
  await expect(page.locator(".offline")).toBeVisible();
  await look(page, "offline-bar");
  await context.setOffline(false);
  await expect(page.locator(".offline")).toHaveCount(0);
});
