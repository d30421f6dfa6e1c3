import { env } from "cloudflare:workers";
import { neonConfig } from "@neondatabase/serverless";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { allowCodeReuse, enrolTotp, firstStep } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, newAddress, newPhone, PASSWORD, registerPerson } from "../people.ts";

const app = createApp();
const driverFetch = neonConfig.fetchFunction;
let trips = 0;

beforeEach(() => {
  neonConfig.fetchFunction = (url: string, init: RequestInit) => {
    trips += 1;
    return fetch(url, init);
  };
});
afterEach(() => {
  neonConfig.fetchFunction = driverFetch;
});

/** Sends a request; resolves to its status and the number of its round trips to the database. */
async function asked(path: string, body?: object, token?: string) {
  trips = 0;
  const answer = await app.request(
    `/v1/auth${path}`,
    {
      method: "POST",
      headers: {
        ...(body && { "Content-Type": "application/json" }),
        ...(token && { Authorization: `Bearer ${token}` }),
        "CF-Connecting-IP": newAddress(),
      },
      body: body ? JSON.stringify(body) : null,
    },
    env,
  );
  return { status: answer.status, trips, body: await jsonOf(answer).catch(() => null) };
}

describe("round trips to the database", () => {
  it("are two for a registration and three for a login: read the user, count the attempt, open the session; two for a refresh", async () => {
    const phone = newPhone();
    const person = { username: "Test Person", phone, password: PASSWORD };
    expect(await asked("/register", person)).toMatchObject({ status: 201, trips: 2 });
    expect(await asked("/register", person)).toMatchObject({ status: 409, trips: 1 });
    const logIn = await asked("/login", { phone, password: PASSWORD });
    expect(logIn).toMatchObject({ status: 200, trips: 3 });
    // The same number for a wrong password and for an unknown phone.
    for (const number of [phone, newPhone()]) {
      const wrong = { phone: number, password: "four-Camels under Marib" };
      expect(await asked("/login", wrong)).toMatchObject({ status: 401, trips: 3 });
    }
    const { refresh_token } = logIn.body.tokens;
    expect(await asked("/refresh", { refresh_token })).toMatchObject({ status: 200, trips: 2 });
  });

  it("are three for each step of a login with an app or a recovery code", async () => {
    const person = await registerPerson();
    const authenticatorApp = await enrolTotp(person);
    const { phone } = person;
    const first = await asked("/login", { phone, password: PASSWORD });
    expect(first).toMatchObject({ status: 200, trips: 3 });
    const { challenge } = first.body;
    const step = (proof: object) => asked("/login/second-factor", { challenge, ...proof });
    expect(await step({ code: authenticatorApp.code(-9) })).toMatchObject({
      status: 403,
      trips: 3,
    });
    expect(await step({ code: authenticatorApp.code() })).toMatchObject({ status: 200, trips: 3 });
    expect(await step({ code: authenticatorApp.code() })).toMatchObject({ status: 409, trips: 1 });
    const next = { challenge: (await firstStep(person)).challenge };
    const [recovery_code] = authenticatorApp.recoveryCodes;
    const recovered = await asked("/login/second-factor", { ...next, recovery_code });
    expect(recovered).toMatchObject({ status: 200, trips: 3 });
  });

  it("are two for a login with a passkey, alone or as the second factor", async () => {
    const person = await registerPerson();
    const { authenticator } = await addPasskey(person);
    const first = await asked("/login", { phone: person.phone, password: PASSWORD });
    expect(first).toMatchObject({ status: 200, trips: 3 });
    const { challenge, passkey_options } = first.body;
    const second = { challenge, passkey: await authenticator.get(passkey_options) };
    expect(await asked("/login/second-factor", second)).toMatchObject({ status: 200, trips: 2 });
    const { options } = (await asked("/login/passkey/options")).body;
    const alone = { passkey: await authenticator.get(options) };
    expect(await asked("/login/passkey", alone)).toMatchObject({ status: 200, trips: 2 });
  });

  it("are three for a step-up with a code, and one and two for one with a passkey", async () => {
    const person = await registerPerson();
    const { accessToken: token } = person;
    const { authenticator } = await addPasskey(person);
    const authenticatorApp = await enrolTotp(person);
    await allowCodeReuse(person);
    const byCode = await asked("/step-up", { code: authenticatorApp.code() }, token);
    expect(byCode).toMatchObject({ status: 204, trips: 3 });
    const begun = await asked("/step-up/options", undefined, token);
    expect(begun).toMatchObject({ status: 200, trips: 1 });
    const passkey = await authenticator.get(begun.body.options);
    expect(await asked("/step-up", { passkey }, token)).toMatchObject({ status: 204, trips: 2 });
    // A session that has ended uses no code up.
    await api("POST", "/v1/auth/logout", { token });
    expect(await asked("/step-up", { code: authenticatorApp.code() }, token)).toMatchObject({
      status: 401,
    });
  });
});
