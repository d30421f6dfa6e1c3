import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { type Authenticator, enrolElsewhere } from "../authenticator.ts";
import { newPerson, PASSWORD, type Person } from "../people.ts";

const ROOT = path.join(import.meta.dirname, "../../..");
const run = promisify(execFile);

export interface Admin extends Person {
  readonly app: Authenticator;
}

/** An admin, made as `npm run make-admin` makes the first one of a deployment. */
export async function newAdmin(name: string): Promise<Admin> {
  const person = await newPerson(name);
  const app = await enrolElsewhere(person);
  await run(process.execPath, ["scripts/make-admin.ts", `+967${person.phone}`], { cwd: ROOT });
  return { ...person, app };
}

/** Logs in at the desk by its form: the password, then the code of the app. */
export async function enterDesk(page: Page, { phone, app }: Admin): Promise<void> {
  await page.goto("/desk");
  await page.locator('input[type="tel"]').fill(phone);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.locator('main button[type="submit"]').click();
  await page.locator('input[name="code"]').fill(app.code());
  await page.locator('main button[type="submit"]').click();
  await page.locator(".desk-side").waitFor();
}
