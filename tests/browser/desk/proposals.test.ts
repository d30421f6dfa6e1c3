import { expect, type Page, test } from "../fixtures.ts";
import { balanceOf, deposit, done, newPerson } from "../people.ts";
import { look } from "../screens.ts";
import { act, carryOut, find } from "./acts.ts";
import { type Admin, enterDesk, newAdmin } from "./operators.ts";

/** Place of the adjustment among an admin's acts on an active wallet. */
const ADJUST_ACT = 1;

/** A pair without a rate: two admins decide on its first one. */
const PAIR = { base: "EGP", counter: "GBP", rate: "0.016" } as const;

/** Goes from what an act says to the proposal, which its proposer can only withdraw. */
async function toOwnProposal(page: Page, text: string): Promise<void> {
  await page.locator("dialog[open] .notice-good a").click();
  const proposal = page.locator(".proposal", { hasText: text });
  await expect(proposal.locator(".buttons button")).toHaveCount(1);
}

/** Approves the proposal of somebody else, which leaves the list. */
async function approve(page: Page, admin: Admin, kind: string, text: string): Promise<void> {
  await enterDesk(page, admin);
  await page.goto(`/desk/proposals/${kind}`);
  const proposal = page.locator(".proposal", { hasText: text });
  const decisions = proposal.locator(".buttons button");
  await expect(decisions).toHaveCount(2);
  await look(page, `desk-proposal-${kind}`);
  await decisions.first().click();
  await act(page, `desk-approve-${kind}`);
  await expect(proposal).toHaveCount(0);
}

test("money that one admin proposes moves once another one approves it", async ({
  page,
  browser,
}) => {
  const [one, two] = [await newAdmin("Huda Salem"), await newAdmin("Amal Nasser")];
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "700.00");
  const [wallet] = (await done(amina.api.GET("/v1/wallets"))).data;
  const id = wallet?.id ?? "";
  await enterDesk(page, one);
  await find(page, amina.phone);
  await page.locator(".row-acts button").nth(ADJUST_ACT).click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator('button[type="submit"]').click();
  await expect(dialog.locator('[aria-invalid="true"]')).toHaveCount(2);
  await dialog.locator('input[inputmode="decimal"]').fill("25");
  await dialog.locator("select").selectOption({ index: 1 });
  await carryOut(page, "desk-adjust");
  await toOwnProposal(page, id);
  expect(await balanceOf(amina)).toBe("700.00");
  const other = await (await browser.newContext()).newPage();
  await approve(other, two, "money", id);
  expect(await balanceOf(amina)).toBe("725.00");
  await other.context().close();
});

test("a rate that one admin proposes is in force once another one approves it", async ({
  page,
  browser,
}) => {
  const [one, two] = [await newAdmin("Huda Salem"), await newAdmin("Amal Nasser")];
  const { api } = await newPerson("Amina Nasser");
  const { base, counter, rate } = PAIR;
  await enterDesk(page, one);
  await page.locator('.desk-side a[href="/desk/rates"]').click();
  await page.locator(".page-head button").click();
  const fields = page.locator("dialog[open]");
  await fields.locator('button[type="submit"]').click();
  await expect(fields.locator('[aria-invalid="true"]')).toHaveCount(2);
  await fields.locator("select").first().selectOption(base);
  await fields.locator("select").last().selectOption(counter);
  await fields.locator('input[inputmode="decimal"]').first().fill(rate);
  await carryOut(page, "desk-set-rate");
  await toOwnProposal(page, base);
  const ratesInForce = async () => {
    const { data } = await done(api.GET("/v1/rates", { params: { query: { limit: 200 } } }));
    return data.filter(({ base_currency }) => base_currency === base).map((own) => own.rate);
  };
  expect(await ratesInForce()).toEqual([]);
  const other = await (await browser.newContext()).newPage();
  await approve(other, two, "rates", base);
  expect(await ratesInForce()).toEqual([rate]);
  await other.context().close();
});
