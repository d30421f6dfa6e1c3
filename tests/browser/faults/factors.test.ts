import type { CDPSession } from "@playwright/test";
import {
  logOut,
  payButton,
  receiptReference,
  reviewSend,
  submitDialog,
  submitForm,
} from "../acts.ts";
import { Authenticator, enrolElsewhere } from "../authenticator.ts";
import { expect, type Page, test } from "../fixtures.ts";
import { deposit, enter, newPerson, PASSWORD, type Person } from "../people.ts";
import { look } from "../screens.ts";
import { countOf, watchPayments } from "./payments.ts";

test.use({ serviceWorkers: "block" });
const openDialog = (page: Page) => page.locator("dialog[open]");

/** Opens the page with both of its sections: the logins may be answered before the factors. */
async function openSecurity(page: Page): Promise<void> {
  await page.goto("/me/security");
  await expect(page.locator("main .section")).toHaveCount(2);
}

async function enrol(page: Page): Promise<{ app: Authenticator; codes: string[] }> {
  await openSecurity(page);
  await page.locator("main .section").first().locator(".row button").first().click();
  const dialog = openDialog(page);
  await dialog.locator('input[type="password"]').fill(PASSWORD);
  await look(page, "totp-password");
  await submitDialog(page);
  await expect(dialog.locator("img.qr")).toBeVisible();
  await look(page, "totp-scan");
  const app = new Authenticator((await dialog.locator(".copy-text").textContent()) ?? "");
  await dialog.locator('input[autocomplete="one-time-code"]').fill(app.code());
  await submitDialog(page);
  const codes = dialog.locator(".codes li");
  await expect(codes).toHaveCount(10);
  await look(page, "recovery-codes");
  // Codes that are shown once do not go by a stray key.
  await page.keyboard.press("Escape");
  await expect(codes).toHaveCount(10);
  const texts = await codes.allTextContents();
  await dialog.locator(".button-main").click();
  await expect(dialog).toHaveCount(0);
  await look(page, "security-with-factor");
  return { app, codes: texts };
}

async function logIn(page: Page, { phone }: Person): Promise<void> {
  await page.goto("/login");
  await page.locator('input[type="tel"]').fill(phone);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('main button[type="submit"]').click();
  await expect(page.locator('input[name="code"]')).toBeVisible();
}

async function withMoney(page: Page): Promise<{ amina: Person; bilal: Person }> {
  const [amina, bilal] = [await newPerson("Amina Nasser"), await newPerson("Bilal Omar")];
  await deposit(amina, "500000.00");
  await enter(page, amina);
  return { amina, bilal };
}

test("an authenticator app is enrolled, and asked for at a login; a recovery code works too", async ({
  page,
  watch,
}) => {
  const { amina } = await withMoney(page);
  const { app, codes } = await enrol(page);
  await logOut(page);
  await logIn(page, amina);
  await look(page, "login-second-factor");
  watch.expectStatus(401, 403, 422);
  await page.locator('input[name="code"]').fill("000000");
  await submitForm(page);
  await expect(page.locator(".field-error")).toBeVisible();
  await page.locator('input[name="code"]').fill(app.code());
  await submitForm(page);
  await expect(page.locator(".nav")).toBeVisible();
  await logOut(page);
  await logIn(page, amina);
  await page.locator(".ways .button-plain").first().click();
  await page.locator('.code-long input[name="code"]').fill(codes[0] ?? "");
  await look(page, "login-recovery-code");
  await submitForm(page);
  await expect(page.locator(".nav")).toBeVisible();
  await page.goto("/me/activity");
  // Opened, enrolled, codes made, and each of the logins.
  await expect.poll(() => page.locator("main .row").count()).toBeGreaterThan(4);
  await look(page, "activity-factors");
});

test("a payment above 100,000.00 asks for the second factor in place, and keeps its key", async ({
  page,
  watch,
}) => {
  const { amina, bilal } = await withMoney(page);
  const app = await enrolElsewhere(amina);
  await reviewSend(page, bilal.phone, "100000");
  await payButton(page).click();
  await receiptReference(page);
  watch.expectStatus(403);
  const sent = watchPayments(page);
  await reviewSend(page, bilal.phone, "100000.01");
  await payButton(page).click();
  const dialog = openDialog(page);
  await expect(dialog.locator('input[name="code"]')).toBeVisible();
  await look(page, "step-up");
  // Who gives up has paid nothing, and can try the same payment again.
  await page.keyboard.press("Escape");
  await page.getByRole("alert").locator(".button").click();
  await dialog.locator('input[name="code"]').fill(app.code());
  await submitDialog(page);
  await receiptReference(page);
  expect(sent.keys()).toHaveLength(1);
  expect(await countOf(amina, "TRANSFER")).toBe(2);
});

/** A device with a passkey store of its own, which always confirms its owner. */
async function withPasskeys(page: Page): Promise<{ browser: CDPSession; authenticatorId: string }> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { browser, authenticatorId };
}

test("a passkey is added, logs in by itself, and proves a large payment in place", async ({
  page,
  browser,
  watch,
}) => {
  const device = await withPasskeys(page);
  const { amina, bilal } = await withMoney(page);
  // A second device, which logs in while there is no second factor.
  const other = await (await browser.newContext()).newPage();
  await enter(other, amina);
  await addPasskey(page);
  await logOut(page);
  await withoutAutofill(page);
  await page.goto("/login");
  await page.locator(".or ~ .button").click();
  await expect(page.locator(".nav")).toBeVisible();
  await moveCredential(device, await withPasskeys(other));
  watch.expectStatus(403);
  const sent = watchPayments(other);
  await reviewSend(other, bilal.phone, "150000");
  await payButton(other).click();
  await openDialog(other).locator(".button-main").click();
  await receiptReference(other);
  await other.context().close();
  expect(sent.keys()).toHaveLength(1);
  expect(await countOf(amina, "TRANSFER")).toBe(1);
});

async function addPasskey(page: Page): Promise<void> {
  await openSecurity(page);
  await page.locator("main .section").first().locator("> .button").click();
  const dialog = openDialog(page);
  await dialog.locator('input[type="password"]').fill(PASSWORD);
  await look(page, "passkey-add");
  await submitDialog(page);
  await expect(dialog.locator(".codes li")).toHaveCount(10);
  await dialog.locator(".button-main").click();
  await expect(dialog).toHaveCount(0);
  await look(page, "security-with-passkey");
}

/** A browser that offers no passkey in a field: a virtual device would answer there by itself. */
async function withoutAutofill(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}

type Device = Awaited<ReturnType<typeof withPasskeys>>;

/** As a password manager syncs a passkey to another device. */
async function moveCredential(from: Device, to: Device): Promise<void> {
  const { authenticatorId } = from;
  const { credentials } = await from.browser.send("WebAuthn.getCredentials", { authenticatorId });
  const [credential] = credentials;
  if (!credential) throw new Error("the device has no passkey");
  await to.browser.send("WebAuthn.addCredential", {
    authenticatorId: to.authenticatorId,
    credential,
  });
}
