import { enrolElsewhere } from "../authenticator.ts";
import { expect, type Page, quiet, test } from "../fixtures.ts";
import { deposit, enter, newPerson } from "../people.ts";
import { look } from "../screens.ts";
import { act, find } from "./acts.ts";
import { enterDesk, newAdmin } from "./operators.ts";

/** Places among an admin's acts: of a suspended person, and of one who is not. */
const LIFT_ACT = 3;
const ROLE_ACT = 3;

test("an admin finds a person, freezes a wallet, suspends the account, and lifts both", async ({
  page,
}) => {
  const [admin, amina] = [await newAdmin("Huda Salem"), await newPerson("Amina Nasser")];
  await deposit(amina, "700.00");
  await enterDesk(page, admin);
  await look(page, "desk");
  await find(page, amina.phone);
  await expect(page.locator("main table")).toContainText("700.00");
  await look(page, "desk-person");
  const acts = page.locator(".row-acts button");
  await expect(acts).toHaveCount(2);
  await acts.first().click();
  await act(page, "desk-freeze");
  await expect(acts).toHaveCount(3);
  await look(page, "desk-frozen");
  const { data } = await amina.api.GET("/v1/wallets");
  expect(data?.data[0]?.status).toBe("frozen");
  await acts.nth(1).click();
  await act(page, "desk-unfreeze");
  await expect(acts).toHaveCount(2);
  await suspendAndLift(page);
  const after = await amina.api.GET("/v1/wallets");
  expect(after.data?.data[0]?.status).toBe("active");
  for (const tab of ["history", "limits", "security", "audit"]) {
    await page.locator(`main a[href$="/${tab}"]`).click();
    await expect(page.locator(`.tabs a[href$="/${tab}"]`)).toHaveAttribute("aria-current", "page");
    await expect(page.locator("main table, main .empty, main .card").first()).toBeVisible();
    await look(page, `desk-person-${tab}`);
  }
});

async function suspendAndLift(page: Page): Promise<void> {
  const state = page.locator("main .tag-bad");
  await page.locator("main .buttons .button-danger").first().click();
  await act(page, "desk-suspend");
  await expect(state.first()).toBeVisible();
  await page.locator("main .buttons button").nth(LIFT_ACT).click();
  await act(page, "desk-lift");
  await expect(state).toHaveCount(0);
}

test("a role that one admin proposes is approved by another one", async ({ page, browser }) => {
  const [one, two] = [await newAdmin("Huda Salem"), await newAdmin("Amal Nasser")];
  const amina = await newPerson("Amina Nasser");
  // A role needs a second factor.
  await enrolElsewhere(amina);
  await enterDesk(page, one);
  await find(page, amina.phone);
  const id = /usr_[a-z0-9]+/.exec(page.url())?.[0] ?? "";
  await page.locator("main .buttons button").nth(ROLE_ACT).click();
  await act(page, "desk-role");
  await page.goto("/desk/proposals/roles");
  await expect(page.locator(".proposal", { hasText: id })).toBeVisible();
  await look(page, "desk-proposal-own");
  const other = await (await browser.newContext()).newPage();
  await enterDesk(other, two);
  await other.goto("/desk/proposals/roles");
  const proposal = other.locator(".proposal", { hasText: id });
  await expect(proposal.locator(".buttons button")).toHaveCount(2);
  await proposal.locator(".buttons button").first().click();
  await act(other, "desk-approve");
  await expect(proposal).toHaveCount(0);
  await other.context().close();
  await page.goto(`/desk/people/${id}`);
  await expect(page.locator("main")).toContainText(/Support/i);
});

test("the other pages of the desk are there, and accessible", async ({ page, watch }) => {
  // Of a path that no page of the desk has.
  watch.expectStatus(404);
  await enterDesk(page, await newAdmin("Huda Salem"));
  for (const place of ["rates", "funding", "operators", "proposals"]) {
    const title = page.locator("main h1");
    const before = (await title.textContent()) ?? "";
    await page.locator(`.desk-side a[href="/desk/${place}"]`).click();
    await expect(title).not.toHaveText(before);
    await look(page, `desk-${place}`);
  }
  await page.goto("/desk/no-such-place");
  await look(page, "desk-not-found");
});

const scripts = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((name) => name.startsWith("/app/assets/") && name.endsWith(".js")),
  );

test("a person without a role is told so, and the desk asks for nothing of others", async ({
  page,
}) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await enter(page, await newPerson("Amina Nasser"), "/desk");
  await expect(page.locator("main .button-main[href='/']")).toBeVisible();
  await look(page, "desk-no-role");
  expect(requests.filter((path) => path.startsWith("/v1/admin"))).toEqual([]);
});

test("the pages of a person never load the desk", async ({ page }) => {
  const files: string[] = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname));
  await enter(page, await newPerson("Amina Nasser"));
  for (const path of ["/me", "/history", "/wallets", "/me/security", "/limits"]) {
    await page.goto(path);
    await expect(page.locator("h1")).toBeAttached();
    await expect(page.locator(".skeleton")).toHaveCount(0);
    await quiet(page);
  }
  const own = new Set(await scripts(page));
  expect(files.filter((name) => /\/desk[-.]/.test(name))).toEqual([]);
  await page.goto("/desk");
  const desk = async () => (await scripts(page)).filter((name) => /\/desk[-.]/.test(name));
  await expect.poll(desk).not.toEqual([]);
  expect((await desk()).filter((name) => own.has(name))).toEqual([]);
});
