import type { Locator } from "@playwright/test";
import { money } from "../../../packages/client/src/index.ts";
import {
  dialogButton,
  payButton,
  receiptReference,
  review,
  reviewSend,
  submitDialog,
  submitForm,
} from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import {
  balanceOf,
  deposit,
  done,
  enter,
  newPerson,
  openWallet,
  type Person,
  pay,
  placeHold,
} from "../people.ts";
import { countOf, loseAnswer, onPayment, watchPayments } from "./payments.ts";

test.use({ serviceWorkers: "block" });

/** Two clicks before the page can draw anything between them. */
async function clickTwice(button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

interface Case {
  readonly name: string;
  readonly prepare?: (amina: Person, bilal: Person) => Promise<string | undefined>;
  /** Leads to the button. */
  readonly open: (page: Page, people: People) => Promise<Locator>;
  readonly done: (page: Page) => Promise<void>;
  readonly check: (amina: Person, bilal: Person) => Promise<unknown>;
  readonly expected: unknown;
}

interface People {
  readonly amina: Person;
  readonly bilal: Person;
  /** What `prepare` made. */
  readonly id: string;
}

const aReceipt = async (page: Page) => void (await receiptReference(page));
const aDialog = (page: Page) => expect(page.locator("dialog[open] .notice-good")).toBeVisible();

const CASES: readonly Case[] = [
  {
    name: "Send",
    open: async (page, { bilal }) => {
      await reviewSend(page, bilal.phone, "10");
      return payButton(page);
    },
    done: aReceipt,
    check: (amina) => countOf(amina, "TRANSFER"),
    expected: 1,
  },
  {
    name: "Add money",
    open: async (page) => {
      await page.goto("/deposit");
      await review(page, "10");
      return payButton(page);
    },
    done: aReceipt,
    check: (amina) => balanceOf(amina),
    expected: "1010.00",
  },
  {
    name: "Withdraw",
    open: async (page) => {
      await page.goto("/withdraw");
      await review(page, "10");
      return payButton(page);
    },
    done: aReceipt,
    check: (amina) => countOf(amina, "WITHDRAW"),
    expected: 1,
  },
  {
    name: "Exchange",
    prepare: (amina) => openWallet(amina, { currency: "USD" }),
    open: async (page) => {
      await page.goto("/exchange");
      await review(page, "600");
      return payButton(page);
    },
    done: aReceipt,
    check: (amina) => countOf(amina, "EXCHANGE"),
    expected: 1,
  },
  {
    name: "Reserve",
    open: async (page, { bilal }) => {
      await page.goto("/holds/new");
      await page.locator('main input[type="tel"]').fill(bilal.phone);
      await submitForm(page);
      await review(page, "10");
      return payButton(page);
    },
    done: (page) => expect(page).toHaveURL(/\/holds\/hld_/),
    check: async ({ api }) => (await done(api.GET("/v1/holds"))).data.length,
    expected: 1,
  },
  {
    name: "Take a hold",
    prepare: async (amina, bilal) => {
      await deposit(bilal, "30.00");
      return placeHold(bilal, amina, "30.00");
    },
    open: async (page, { id }) => {
      await page.goto(`/holds/${id}`);
      await page.locator(".hold-acts .button-main").click();
      await submitDialog(page);
      await expect(page.locator('dialog[open] button[type="submit"]')).toHaveCount(0);
      return dialogButton(page);
    },
    done: aDialog,
    check: (amina) => countOf(amina, "CAPTURE"),
    expected: 1,
  },
  {
    name: "Give back",
    prepare: async (amina, bilal) => {
      await deposit(bilal, "30.00");
      return pay(bilal, amina, "30.00");
    },
    open: async (page, { id }) => {
      await page.goto(`/history/${id}`);
      await page.locator(".slip-actions button").first().click();
      await page.locator('dialog[open] input[inputmode="decimal"]').fill("10");
      await submitDialog(page);
      await expect(page.locator('dialog[open] button[type="submit"]')).toHaveCount(0);
      return dialogButton(page);
    },
    done: aDialog,
    check: (_, bilal) => balanceOf(bilal),
    expected: "10.00",
  },
  {
    name: "Open a wallet",
    open: async (page) => {
      await page.goto("/wallets/new");
      const button = page.locator('main button[type="submit"]');
      await button.waitFor();
      return button;
    },
    done: (page) => expect(page).toHaveURL(/\/wallets\/wal_/),
    check: async ({ api }) => (await done(api.GET("/v1/wallets"))).data.length,
    expected: 2,
  },
  {
    name: "Close a wallet",
    prepare: async (amina) => {
      const id = await openWallet(amina, { currency: "YEM", label: "Savings" });
      const body = { to_wallet_id: id, amount: money("50.00", "YEM"), currency: "YEM" };
      await done(amina.api.POST("/v1/transfers", { body }));
      return id;
    },
    open: async (page, { id }) => {
      await page.goto(`/wallets/${id}`);
      await page.locator(".wallet-details > summary").click();
      await page.locator(".wallet-buttons .button-danger").click();
      return page.locator("dialog[open] .button-danger");
    },
    done: (page) => expect(page.locator("dialog[open]")).toHaveCount(0),
    // The money was moved to the other wallet, and is there once.
    check: async (amina) => [await statusesOf(amina), await balanceOf(amina)],
    expected: [["active", "closed"], "1000.00"],
  },
];

async function statusesOf({ api }: Person): Promise<readonly string[]> {
  return (await done(api.GET("/v1/wallets"))).data.map(({ status }) => status).sort();
}

for (const { name, prepare, open, done: isDone, check, expected } of CASES) {
  test(`a double click on "${name}" does it once`, async ({ page }) => {
    const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
    await deposit(amina, "1000.00");
    const id = (await prepare?.(amina, bilal)) ?? "";
    await enter(page, amina);
    await clickTwice(await open(page, { amina, bilal, id }));
    await isDone(page);
    expect(await check(amina, bilal)).toEqual(expected);
  });
}

async function readyToSend(page: Page): Promise<{ amina: Person; bilal: Person }> {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "1000.00");
  await enter(page, amina);
  await reviewSend(page, bilal.phone, "10");
  return { amina, bilal };
}

test("Enter, pressed twice, sends once", async ({ page }) => {
  const { amina } = await readyToSend(page);
  const sent = watchPayments(page);
  await payButton(page).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await receiptReference(page);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
  expect(sent.keys()).toHaveLength(1);
});

test("a reload before a payment stays at its review", async ({ page }) => {
  const { amina } = await readyToSend(page);
  await page.reload();
  await expect(payButton(page)).toContainText("10.00");
  await payButton(page).click();
  await receiptReference(page);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});

test("a reload in the middle of a payment pays once, and shows its receipt", async ({ page }) => {
  const { amina } = await readyToSend(page);
  const sent = watchPayments(page);
  const committed = Promise.withResolvers<void>();
  await onPayment(page, async (route) => {
    await route.fetch();
    // The answer is never given: the page goes away before it comes.
    committed.resolve();
  });
  await payButton(page).click();
  await committed.promise;
  await page.reload();
  await receiptReference(page);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
  expect(sent.requests.length).toBeGreaterThan(1);
  expect(sent.keys()).toHaveLength(1);
});

test("an answer that is lost after the commit ends in the receipt of one payment", async ({
  page,
  watch,
}) => {
  const { amina } = await readyToSend(page);
  watch.expectOffline();
  const sent = watchPayments(page);
  await onPayment(page, loseAnswer);
  await payButton(page).click();
  await receiptReference(page);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
  expect(sent.keys()).toHaveLength(1);
});

test("two tabs make two different payments", async ({ page, context }) => {
  const { amina, bilal } = await readyToSend(page);
  const other = await context.newPage();
  await reviewSend(other, bilal.phone, "20");
  await Promise.all([payButton(page).click(), payButton(other).click()]);
  const [one, two] = await Promise.all([receiptReference(page), receiptReference(other)]);
  expect(one).not.toBe(two);
  expect(await countOf(amina, "TRANSFER")).toBe(2);
  expect(await balanceOf(bilal)).toBe("30.00");
});

test("the back button after a receipt sends nothing, and shows an empty form", async ({ page }) => {
  const { amina } = await readyToSend(page);
  const sent = watchPayments(page);
  await payButton(page).click();
  await receiptReference(page);
  await page.goBack();
  const phone = page.locator('main input[type="tel"]');
  await expect(phone).toHaveValue("");
  await page.goForward();
  await receiptReference(page);
  expect(sent.requests).toHaveLength(1);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});
