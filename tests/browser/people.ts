import type { Page } from "@playwright/test";
import {
  createClient,
  memoryTokenStore,
  money,
  type Session,
  tokenSession,
} from "../../packages/client/src/index.ts";

/** The address of the service under test. */
export const BASE = process.env.CONSOLE_URL ?? "http://localhost:8787";

export const PASSWORD = "quiet camels at dusk 77";

let made = 0;

/** A national number that no other test has: the clock, the worker and a count. */
export function newPhone(): string {
  made += 1;
  const worker = Number(process.env.TEST_PARALLEL_INDEX ?? 0);
  const serial = (Date.now() * 100 + worker * 10 + made) % 10_000_000;
  return `77${String(serial).padStart(7, "0")}`;
}

export interface Person {
  readonly name: string;
  /** As it is typed: a national number. */
  readonly phone: string;
  readonly api: ReturnType<typeof createClient>;
}

/** Somebody with an account, who uses the API outside the browser. */
export async function newPerson(name: string): Promise<Person> {
  const phone = newPhone();
  const session = lateSession({ phone, password: PASSWORD });
  const api = createClient({ baseUrl: BASE, session });
  const body = { username: name, phone, password: PASSWORD };
  await done(api.POST("/v1/auth/register", { body }));
  return { name, phone, api };
}

/** A session that logs in for its first request: a login costs as much as a registration. */
function lateSession(login: { phone: string; password: string }): Session {
  const session = tokenSession({ baseUrl: BASE, store: memoryTokenStore() });
  let loggedIn: Promise<unknown> | undefined;
  const accessToken = session.accessToken.bind(session);
  session.accessToken = async (refused) => {
    loggedIn ??= session.logIn(login);
    await loggedIn;
    return accessToken(refused);
  };
  return session;
}

/** The data of an answer that has to be a success. */
export async function done<T>(answer: Promise<{ data?: T; error?: unknown }>): Promise<T> {
  const { data, error } = await answer;
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

/** Puts money into the person's wallet of the currency. */
export async function deposit({ api }: Person, amount: string, currency = "YEM"): Promise<void> {
  await done(api.POST("/v1/deposits", { body: { amount: money(amount, currency), currency } }));
}

/** Opens another wallet of the person. */
export async function openWallet(
  { api }: Person,
  body: { currency: string; label?: string },
): Promise<string> {
  return (await done(api.POST("/v1/wallets", { body }))).id;
}

/** Sends rials from another device; returns the transaction's id. */
export async function pay({ api }: Person, to: Person, amount: string): Promise<string> {
  const body = { to_phone: to.phone, amount: money(amount, "YEM"), currency: "YEM" };
  return idOf(await done(api.POST("/v1/transfers", { body })));
}

function idOf(answer: object): string {
  if ("id" in answer && typeof answer.id === "string") return answer.id;
  throw new Error("the answer has no id");
}

/** Reserves rials for somebody; returns the hold's id. */
export async function placeHold({ api }: Person, to: Person, amount: string): Promise<string> {
  const body = {
    to_phone: to.phone,
    amount: money(amount, "YEM"),
    currency: "YEM",
    expires_in: 86_400,
  };
  const { hold } = await done(api.POST("/v1/holds", { body }));
  return idOf(hold);
}

/** Takes a part of a hold, and leaves the rest open. */
export async function capture({ api }: Person, id: string, amount: string): Promise<void> {
  const params = { path: { id } };
  const body = { amount: money(amount, "YEM"), final: false };
  await done(api.POST("/v1/holds/{id}/captures", { params, body }));
}

/** Opens an empty page of the console's origin: for what needs no more than the origin. */
export async function openEmptyPage(page: Page): Promise<void> {
  const address = `${BASE}/empty`;
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: EMPTY }));
  await page.goto(address);
  await page.unroute(address);
}

const EMPTY = '<!doctype html><title>Empty</title><link rel="icon" href="data:,">';

/** Logs a page of the console in without its form: by the cookie of the page's own origin. */
export async function enter(page: Page, { phone }: Person, path = "/"): Promise<void> {
  await openEmptyPage(page);
  const status = await page.evaluate(
    async ([phone, password]) => {
      const answer = await fetch("/v1/auth/login", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ phone, password, refresh_token_in: "cookie" }),
      });
      const { user } = await answer.json();
      localStorage.setItem("mahfaza.session", user.id);
      return answer.status;
    },
    [phone, PASSWORD],
  );
  if (status !== 200) throw new Error(`the login was answered ${status}`);
  await page.goto(path);
}

/** The balance of the person's default wallet of a currency. */
export async function balanceOf({ api }: Person, currency = "YEM"): Promise<string> {
  const { data } = await api.GET("/v1/wallets");
  const wallets = data?.data.filter((wallet) => wallet.currency === currency) ?? [];
  return (wallets.find(({ is_default }) => is_default) ?? wallets[0])?.balance ?? "none";
}
