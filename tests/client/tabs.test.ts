import { describe, expect, it } from "vitest";
import { type Browser, openBrowser, type Tab } from "./browser.ts";
import { PASSWORD, registerMember, useService } from "./service.ts";

const service = useService();
const COOKIE = "__Host-refresh_token";
const REFRESH = "POST /v1/auth/refresh";

const refreshesOf = ({ requests }: Browser) => requests.filter((one) => one === REFRESH).length;

/** A new person, logged in in one tab of a new browser. */
async function loggedInBrowser() {
  const { phone } = await registerMember(service.url);
  const browser = openBrowser(service.url);
  const tab = browser.openTab();
  const { data } = await tab.session.logIn({ phone, password: PASSWORD });
  expect(data).toMatchObject({ status: "logged_in", user: { phone } });
  return { browser, tab, phone };
}

async function nameIn({ client }: Tab) {
  const { data, error } = await client.GET("/v1/users/me");
  return data?.phone ?? error?.code;
}

describe("a session by cookie", () => {
  it("has its refresh token in the cookie alone, and its access token in memory alone", async () => {
    const { phone } = await registerMember(service.url);
    const browser = openBrowser(service.url);
    const { session } = browser.openTab();
    const { data } = await session.logIn({ phone, password: PASSWORD });
    expect(data?.status === "logged_in" && data.tokens.refresh_token).toBeUndefined();
    expect([...browser.cookies.keys()]).toEqual([COOKIE]);
    expect(await session.accessToken()).toMatch(/^eyJ/);
    expect(JSON.stringify(session)).toBe("{}");
  });

  it("is resumed when a page loads", async () => {
    const { browser, phone } = await loggedInBrowser();
    const reloaded = browser.openTab();
    expect(await reloaded.session.resume()).toBe(true);
    expect(await nameIn(reloaded)).toBe(phone);
    expect(refreshesOf(browser)).toBe(1);
  });

  it("is not there when a page loads without a login, and nothing has ended", async () => {
    const browser = openBrowser(service.url);
    const tab = browser.openTab();
    expect(await tab.session.resume()).toBe(false);
    expect(await tab.session.accessToken()).toBeNull();
    expect(tab.ends).toEqual([]);
    expect(await nameIn(tab)).toBe("token_missing");
    expect(refreshesOf(browser)).toBe(1);
  });

  it("keeps the tokens of a new password", async () => {
    const { browser, tab, phone } = await loggedInBrowser();
    const before = browser.cookies.get(COOKIE);
    const password = `${PASSWORD} changed`;
    const body = { current_password: PASSWORD, password };
    const { data } = await tab.client.PATCH("/v1/users/me", { body });
    if (!data?.tokens) throw new Error("the answer has no tokens");
    await tab.session.adopt(data.tokens);
    expect(await tab.session.accessToken()).toBe(data.tokens.access_token);
    expect(browser.cookies.get(COOKIE)).not.toBe(before);
    expect(await nameIn(tab)).toBe(phone);
  });
});

describe("two tabs of one browser", () => {
  it("renew their session once, when the tokens of both are refused at the same time", async () => {
    const { browser, tab: one, phone } = await loggedInBrowser();
    const two = browser.openTab();
    await two.session.resume();
    await settled();
    const [first, second] = [await one.session.accessToken(), await two.session.accessToken()];
    expect(first).toBe(second);
    const before = refreshesOf(browser);
    const refused = first ?? "";
    const fresh = await Promise.all([
      one.session.accessToken(refused),
      one.session.accessToken(refused),
      two.session.accessToken(refused),
      two.session.accessToken(refused),
    ]);
    expect(new Set(fresh).size).toBe(1);
    expect(fresh[0]).not.toBe(refused);
    expect(refreshesOf(browser)).toBe(before + 1);
    expect([await nameIn(one), await nameIn(two)]).toEqual([phone, phone]);
  });

  it("take the token that another tab has got", async () => {
    const { browser, tab: one } = await loggedInBrowser();
    const two = browser.openTab();
    await two.session.resume();
    const renewed = await two.session.accessToken((await two.session.accessToken()) ?? "");
    await settled();
    expect(await one.session.accessToken()).toBe(renewed);
    expect(refreshesOf(browser)).toBe(2);
  });

  it("both end when one logs out", async () => {
    const { browser, tab: one } = await loggedInBrowser();
    const two = browser.openTab();
    await two.session.resume();
    await one.session.logOut();
    await settled();
    expect([one.ends, two.ends]).toEqual([["logged_out"], ["logged_out"]]);
    expect(browser.cookies.size).toBe(0);
    expect(await two.session.accessToken()).toBeNull();
    expect(await two.session.resume()).toBe(false);
    expect(await nameIn(two)).toBe("token_missing");
  });

  it("never mix two users: a login of another user ends the first one's tab", async () => {
    const { browser, tab: one } = await loggedInBrowser();
    const { phone } = await registerMember(service.url);
    const two = browser.openTab();
    await two.session.logIn({ phone, password: PASSWORD });
    await settled();
    expect(one.ends).toEqual(["other_user"]);
    expect(await one.session.accessToken()).toBeNull();
    expect(two.ends).toEqual([]);
    expect(await one.session.resume()).toBe(true);
    expect(await nameIn(one)).toBe(phone);
  });

  it("never mix two users when the login's message was missed", async () => {
    const { browser, tab: one } = await loggedInBrowser();
    const { phone } = await registerMember(service.url);
    // Another browser's tab has the cookie changed without a message to this one.
    const elsewhere = openBrowser(service.url);
    await elsewhere.openTab().session.logIn({ phone, password: PASSWORD });
    browser.cookies.set(COOKIE, elsewhere.cookies.get(COOKIE) ?? "");
    const refused = (await one.session.accessToken()) ?? "";
    expect(await one.session.accessToken(refused)).toBeNull();
    expect(one.ends).toEqual(["other_user"]);
  });

  it("never mix two users when the login came before the first one's page has resumed", async () => {
    const { browser, tab: one } = await loggedInBrowser();
    const { data: first } = await one.client.GET("/v1/users/me");
    const { phone } = await registerMember(service.url);
    const two = browser.openTab();
    await two.session.logIn({ phone, password: PASSWORD });
    const reloaded = browser.openTab(first?.id);
    expect(await reloaded.session.resume()).toBe(false);
    expect(await nameIn(reloaded)).toBe("token_missing");
    await settled();
    // Nothing was told that would end the session of the second user.
    expect(two.ends).toEqual([]);
    expect(await nameIn(two)).toBe(phone);
  });

  it("a login waits for a renewal under way, whose cookie would replace its own", async () => {
    const { browser, tab: one } = await loggedInBrowser();
    const { phone } = await registerMember(service.url);
    const two = browser.openTab();
    const refused = (await one.session.accessToken()) ?? "";
    let answer = () => {};
    browser.held.set(REFRESH, new Promise((resolve) => (answer = () => resolve())));
    const renewal = one.session.accessToken(refused);
    const login = two.session.logIn({ phone, password: PASSWORD });
    await settled();
    expect(browser.requests.at(-1)).toBe(REFRESH);
    answer();
    await Promise.all([renewal, login]);
    const next = browser.openTab();
    expect(await next.session.resume()).toBe(true);
    expect(await nameIn(next)).toBe(phone);
  });
});

/** Resolves once the messages between tabs have arrived. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
