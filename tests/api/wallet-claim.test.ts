import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { idOf, query } from "../database.ts";
import { allowCodeReuse, enrolTotp, firstStep, secondStep } from "../factors.ts";
import { addPasskey, logInBy } from "../passkeys.ts";
import { api, jsonOf, registerPerson } from "../people.ts";

/** The default wallet that an access token names. */
const walletOf = (accessToken: string) => JSON.parse(atob(accessToken.split(".")[1] ?? "")).wid;

const tokensOf = async (response: Response | Promise<Response>) => (await jsonOf(response)).tokens;

const refresh = (refreshToken: string) =>
  api("POST", "/v1/auth/refresh", { body: { refresh_token: refreshToken } });

describe("an access token", () => {
  it("names the default wallet in YEM after a login and after each refresh", async () => {
    const person = await registerPerson();
    const { accessToken: token } = person;
    expect(walletOf(token)).toBe(person.wallet.id);
    // A wallet in another currency is the default one of that currency.
    const opened = await api("POST", "/v1/wallets", { token, body: { currency: "USD" } });
    expect(opened.status).toBe(201);
    const { access_token, refresh_token } = await tokensOf(refresh(person.refreshToken));
    expect(walletOf(access_token)).toBe(person.wallet.id);
    expect(walletOf((await tokensOf(refresh(refresh_token))).access_token)).toBe(person.wallet.id);
  });

  it("names the default wallet after a second step and after a login with a passkey", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const app = await enrolTotp(person);
    await allowCodeReuse(person);
    const { challenge } = await firstStep(person);
    const second = await tokensOf(secondStep(challenge, { code: app.code() }));
    expect(walletOf(second.access_token)).toBe(person.wallet.id);
    const byPasskey = await tokensOf(logInBy(authenticator));
    expect(walletOf(byPasskey.access_token)).toBe(person.wallet.id);
  });

  it("names the wallet that is the default at its issue, and none without a default", async () => {
    const person = await registerPerson();
    const owner = idOf("usr", person.user.id);
    await query(sql`UPDATE wallets SET is_default = false WHERE owner_id = ${owner}`);
    const none = await tokensOf(refresh(person.refreshToken));
    expect(walletOf(none.access_token)).toBeUndefined();
    await query(sql`UPDATE wallets SET is_default = true WHERE owner_id = ${owner}`);
    const again = await tokensOf(refresh(none.refresh_token));
    expect(walletOf(again.access_token)).toBe(person.wallet.id);
  });
});
