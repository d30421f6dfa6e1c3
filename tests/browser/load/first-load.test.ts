import type { BrowserContext } from "@playwright/test";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, type Person, pay } from "../people.ts";

// The worker that keeps the shell would load it a second time.
test.use({ serviceWorkers: "block" });

/** The most that a page of a person may load at first, as the local service compresses it. */
const FIRST_LOAD_BYTES = 100_000;

/** The bytes that the page receives from now on, with the headers of each answer. */
async function countBytes(page: Page): Promise<() => number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  let received = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    received += encodedDataLength;
  });
  return () => received;
}

/** Asks to save data, so that the pages that come next are not loaded before they are opened. */
async function saveData(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
}

async function loaded(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

function note(name: string, bytes: number): void {
  test.info().annotations.push({ type: `bytes of ${name}`, description: String(bytes) });
  console.log(`first load of ${name}: ${bytes} bytes, compressed, with headers`);
}

/** How many files of a name the page asks for from now on. */
function watchFiles(page: Page): (name: RegExp) => number {
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  return (name) => urls.filter((url) => name.test(url)).length;
}

const ROW = 'a.row[href^="/history/txn_"]';

/** With more than home shows, so that a phone shows the chart after some scrolling. */
async function somebodyWithHistory(): Promise<Person> {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "5000.00");
  for (const amount of ["10.00", "20.00", "30.00", "40.00"]) await pay(amina, bilal, amount);
  return amina;
}

for (const locale of ["en-GB", "ar-YE"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    for (const path of ["/", "/login", "/signup", "/reset"]) {
      test(`the first load of ${path} is at most ${FIRST_LOAD_BYTES} bytes`, async ({ page }) => {
        const received = await countBytes(page);
        await page.goto(path);
        await expect(page.locator("h1")).toBeAttached();
        await loaded(page);
        note(`${path} in ${locale}`, received());
        expect(received()).toBeGreaterThan(10_000);
        expect(received()).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
      });
    }

    test(`the first load of home is at most ${FIRST_LOAD_BYTES} bytes`, async ({
      page,
      context,
    }) => {
      await saveData(context);
      await enter(page, await somebodyWithHistory(), "/login");
      await loaded(page);
      const received = await countBytes(page);
      const requested = watchFiles(page);
      await page.goto("/");
      await expect(page.locator(ROW)).toHaveCount(5);
      await loaded(page);
      note(`home in ${locale}`, received());
      expect(received()).toBeGreaterThan(10_000);
      expect(received()).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
      expect(requested(/\/plot-/)).toBe(0);
    });
  });
}

test("the code of the chart is loaded when somebody is about to see it", async ({
  page,
  context,
}) => {
  await saveData(context);
  await enter(page, await somebodyWithHistory());
  await expect(page.locator(ROW)).toHaveCount(5);
  await loaded(page);
  const received = await countBytes(page);
  const requested = watchFiles(page);
  await page.locator(".chart").scrollIntoViewIfNeeded();
  await expect(page.locator(".chart canvas")).toBeVisible();
  expect(requested(/\/plot-/)).toBeGreaterThan(0);
  note("the chart", received());
});

test("the rules for phone numbers are loaded when somebody types one", async ({ page }) => {
  const requested = watchFiles(page);
  const received = await countBytes(page);
  await page.goto("/signup");
  await loaded(page);
  expect(requested(/\/read-phone-/)).toBe(0);
  const before = received();
  await page.locator('input[type="tel"]').fill("771234567");
  await expect(page.locator("main .num").first()).toContainText("+967");
  expect(requested(/\/read-phone-/)).toBe(1);
  note("the rules for phone numbers", received() - before);
});
