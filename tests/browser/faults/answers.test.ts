import { payButton, receiptReference, reviewSend } from "../acts.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, type Person } from "../people.ts";
import { look } from "../screens.ts";
import { answerProblem, countOf, onPayment, watchPayments } from "./payments.ts";

test.use({ serviceWorkers: "block" });

async function readyToSend(page: Page): Promise<Person> {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "1000.00");
  await enter(page, amina);
  await reviewSend(page, bilal.phone, "10");
  return amina;
}

const BUSY = { status: 503, code: "service_busy" };
const LIMITED = { status: 429, code: "rate_limited" };
const UNKNOWN = { status: 503, code: "outcome_unknown" };

const PASSING = [
  { name: "503 with Retry-After", problem: { ...BUSY, retryAfter: 1 } },
  { name: "429 with Retry-After", problem: { ...LIMITED, retryAfter: 1 } },
  { name: "outcome_unknown", problem: { ...UNKNOWN, retryAfter: 1 } },
];

for (const { name, problem } of PASSING) {
  test(`a payment that is answered ${name} first is sent again by itself, once`, async ({
    page,
    watch,
  }) => {
    const amina = await readyToSend(page);
    watch.expectStatus(problem.status);
    const sent = watchPayments(page);
    await onPayment(page, (route) => answerProblem(route, problem));
    await payButton(page).click();
    await receiptReference(page);
    expect(sent.requests).toHaveLength(2);
    expect(sent.keys()).toHaveLength(1);
    expect(await countOf(amina, "TRANSFER")).toBe(1);
  });
}

test("a payment that has to wait long says so, and is the same one afterwards", async ({
  page,
  watch,
}) => {
  const amina = await readyToSend(page);
  watch.expectStatus(429);
  const sent = watchPayments(page);
  await onPayment(page, (route) => answerProblem(route, { ...LIMITED, retryAfter: 60 }));
  await payButton(page).click();
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("rate_limited");
  await look(page, "fault-wait");
  await notice.locator(".button").click();
  await receiptReference(page);
  expect(sent.keys()).toHaveLength(1);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});

test("a payment of unknown outcome can only be asked for, and then shows its receipt", async ({
  page,
  watch,
}) => {
  const amina = await readyToSend(page);
  watch.expectStatus(503);
  const sent = watchPayments(page);
  // Too long to be waited for by itself. The payment was made.
  await onPayment(page, async (route) => {
    await route.fetch();
    await answerProblem(route, { ...UNKNOWN, retryAfter: 60 });
  });
  await payButton(page).click();
  const notice = page.locator(".notice-warn");
  await expect(notice).toContainText("outcome_unknown");
  await expect(page.locator("input")).toHaveCount(0);
  await look(page, "fault-unknown");
  await notice.locator(".notice-actions .button").click();
  await receiptReference(page);
  expect(sent.keys()).toHaveLength(1);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});

test("a chart whose code does not load leaves its page as it is", async ({ page, watch }) => {
  const amina = await newPerson("Amina Nasser");
  await deposit(amina, "1000.00");
  watch.expectOffline();
  await page.route("**/app/assets/plot-*", (route) => route.abort());
  const failed = page.waitForEvent("requestfailed");
  await enter(page, amina);
  const chart = page.locator(".chart-plot");
  await chart.scrollIntoViewIfNeeded();
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  await failed;
  // The next tasks of the page would load it again, or report the error.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await expect(chart).toBeVisible();
  expect(loads).toBe(0);
});

declare global {
  interface Window {
    /** Ends the wait of each request that was sent so far. */
    timeOut(): void;
  }
}

test("a payment without an answer in time is asked for again, once", async ({ page }) => {
  // The client waits 20 seconds for an answer; here until the test says that they are over.
  await page.addInitScript(() => {
    const waits: AbortController[] = [];
    AbortSignal.timeout = () => {
      const wait = new AbortController();
      waits.push(wait);
      return wait.signal;
    };
    window.timeOut = () => {
      for (const wait of waits) wait.abort(new DOMException("Put here by a test", "TimeoutError"));
    };
  });
  const amina = await readyToSend(page);
  const sent = watchPayments(page);
  await onPayment(page, async (route) => {
    await route.fetch();
    await page.evaluate(() => window.timeOut());
  });
  await payButton(page).click();
  await receiptReference(page);
  expect(sent.keys()).toHaveLength(1);
  expect(sent.requests).toHaveLength(2);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});
