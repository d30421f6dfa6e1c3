import { payButton, receiptReference, review, reviewSend } from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, type Person, pay } from "../people.ts";
import { countOf, onPayment, watchPayments } from "./payments.ts";

test.use({ serviceWorkers: "block" });

const notice = (page: Page) => page.locator(".frame-notices .notice");

/** A payment is committed, and its page goes away before the answer comes. */
async function leaveInTheMiddle(page: Page, next: string): Promise<Person> {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "1000.00");
  await enter(page, amina);
  await reviewSend(page, bilal.phone, "10");
  const committed = Promise.withResolvers<void>();
  await onPayment(page, async (route) => {
    await route.fetch();
    committed.resolve();
  });
  await payButton(page).click();
  await committed.promise;
  await expect(notice(page)).toHaveCount(0);
  await page.goto(next);
  return amina;
}

test("a payment without an outcome is told on other pages, and leads to its receipt", async ({
  page,
}) => {
  const sent = watchPayments(page);
  const amina = await leaveInTheMiddle(page, "/limits");
  await expect(notice(page)).toContainText(/A payment of .*10\.00.*YEM to .*77/);
  for (const tab of ["/history", "/wallets", "/me", "/"]) {
    await page.locator(`.nav a[href="${tab}"]`).last().click();
    await expect(page.locator(`.nav a[href="${tab}"]`).last()).toHaveAttribute(
      "aria-current",
      "page",
    );
    await expect(notice(page)).toBeVisible();
  }
  await notice(page).locator("a").click();
  await receiptReference(page);
  await expect(notice(page)).toHaveCount(0);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
  expect(sent.keys()).toHaveLength(1);
  await page.goto("/");
  await expect(page.locator("main h1")).toBeAttached();
  await expect(notice(page)).toHaveCount(0);
});

test("the same is told in Arabic", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("mahfaza.language", "ar"));
  await leaveInTheMiddle(page, "/wallets");
  await expect(notice(page)).toContainText("لم تُعرف نتيجتها بعد");
  await expect(notice(page)).toContainText("10.00");
  await expect(notice(page).locator("a")).toHaveAttribute("href", "/send");
});

test("somebody who logs in after that is not told of it", async ({ page }) => {
  await leaveInTheMiddle(page, "/");
  await expect(notice(page)).toBeVisible();
  await enter(page, await newPerson("Khaled Said"));
  await expect(page.locator(".nav")).toBeVisible();
  await expect(page.locator("main .hello")).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});

test("a deposit that is left while it is sent is told until it has its outcome", async ({
  page,
}) => {
  await enter(page, await newPerson("Amina Nasser"));
  await page.goto("/deposit");
  await review(page, "25");
  const answered = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  await onPayment(
    page,
    async (route) => {
      const response = await route.fetch();
      await told.promise;
      await route.fulfill({ response });
      answered.resolve();
    },
    { path: "/v1/deposits" },
  );
  await payButton(page).click();
  // On a phone the tabs are hidden by a flow: this is a page that is left in another way.
  await page.locator('.nav a[href="/history"]').dispatchEvent("click");
  await expect(notice(page)).toContainText(/A deposit of .*25\.00.*YEM/);
  told.resolve();
  await answered.promise;
  await expect(notice(page)).toHaveCount(0);
});

test("a payment of the same sum to the same person is pointed out before it is sent", async ({
  page,
}) => {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "1000.00");
  await pay(amina, bilal, "10.00");
  await enter(page, amina);
  await reviewSend(page, bilal.phone, "10");
  await expect(page.locator(".review .notice-info")).toContainText(
    /You sent .*10\.00.*YEM to .*B••• O•••/,
  );
  await page.goto("/send");
  await reviewSend(page, bilal.phone, "11");
  await expect(page.locator(".review .notice-info")).toHaveCount(0);
});

/** What another version of the console, or a hand, may have stored. */
const FOREIGN = [
  { form: "send", path: "/v1/transfers", body: null },
  {
    form: "deposit",
    path: "/v1/deposits",
    body: { amount: `0.${"1".repeat(300)}`, currency: "YEM" },
  },
  {
    form: "place-hold",
    path: "/v1/holds",
    body: { amount: "1.00", currency: "<b>x</b>", to_phone: "<b>x</b>" },
  },
];

for (const { form, path, body } of FOREIGN) {
  test(`every page works beside a stored request of ${form} that no console sends`, async ({
    page,
    watch,
  }) => {
    // The service refuses the request, which the form sends again by itself.
    watch.expectStatus(400, 422);
    await enter(page, await newPerson("Amina Nasser"));
    const startedAt = new Date().toISOString();
    const record = { key: "stored-key-of-another-console", path, body, startedAt };
    await page.evaluate(
      ([form, text]) => {
        const id = localStorage.getItem("mahfaza.session");
        sessionStorage.setItem(`mahfaza-intent:${id}:${form}`, text ?? "");
      },
      [form, JSON.stringify(record)],
    );
    await page.goto("/limits");
    await expect(notice(page)).toBeVisible();
    await expect(page.locator("main h1")).toBeVisible();
    await notice(page).locator("a").click();
    await expect(page.locator("main input").first()).toBeVisible();
    await expect(notice(page)).toHaveCount(0);
  });
}

test("a balance that was asked for before a payment was made is not shown after it", async ({
  page,
}) => {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "1000.00");
  await enter(page, amina);
  await reviewSend(page, bilal.phone, "10");
  const reached = Promise.withResolvers<void>();
  // It does not reach the service: the page that is loaded again makes it.
  await onPayment(page, async () => reached.resolve());
  await payButton(page).click();
  await reached.promise;
  const late = Promise.withResolvers<void>();
  const shown = Promise.withResolvers<void>();
  let asked = 0;
  await page.route("**/v1/wallets", async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    const response = await route.fetch();
    await late.promise;
    await route.fulfill({ response });
    shown.resolve();
  });
  await page.reload();
  await receiptReference(page);
  await page.locator('.receipt a[href="/"], .nav a[href="/"]').first().dispatchEvent("click");
  await expect(page.locator(".wallet").first()).toContainText("990.00");
  late.resolve();
  await shown.promise;
  await expect(page.locator(".wallet").first()).toContainText("990.00");
});
