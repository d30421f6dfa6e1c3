import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { UNTRUSTED_ATTEMPTS_FREE } from "../../src/domain/bounds.ts";
import type { Phone } from "../../src/domain/phone.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { logIn as tryLogIn } from "../../src/services/identity/log-in.ts";
import { idOf, query } from "../database.ts";
import { codeSentTo } from "../messages.ts";
import {
  api,
  jsonOf,
  logIn,
  newAddress,
  newPhone,
  PASSWORD,
  registerPerson,
  verify,
} from "../people.ts";
import { expectProblem } from "../problems.ts";

const WRONG = "four-Camels under Marib";
const NEW_PASSWORD = "nine-Mountains near Ibb";

interface From {
  readonly address?: string;
  readonly token?: string;
}
const logInFrom = (phone: string, password: string, { address = newAddress(), token }: From = {}) =>
  api("POST", "/v1/auth/login", {
    token,
    body: { phone, password },
    headers: { "CF-Connecting-IP": address },
  });
const statuses = async (answers: readonly Promise<Response>[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of await Promise.all(answers)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const changePassword = (token: string, password: string, address = newAddress()) =>
  api("PATCH", "/v1/users/me", {
    token,
    body: { password, current_password: PASSWORD },
    headers: { "CF-Connecting-IP": address },
  });
/** Makes wrong attempts from new addresses until the shared bucket of untrusted sources is full. */
const useUpUntrustedAttempts = (phone: string) =>
  Promise.all(Array.from({ length: UNTRUSTED_ATTEMPTS_FREE }, () => logInFrom(phone, WRONG)));

describe("a source that once used the correct password", () => {
  it("is untrusted for a new password, on every device and address that the old password trusted", async () => {
    const owner = await registerPerson();
    const { phone } = owner;
    const trusted: From[] = [];
    let { accessToken: token } = await logIn(phone);
    for (let i = 0; i < 15; i++) {
      const address = newAddress();
      const answer = await jsonOf(logInFrom(phone, PASSWORD, { address, token }));
      trusted.push({ token }, { address });
      await logInFrom(phone, PASSWORD, { address });
      // Logged out here, so that the password change does not end this session.
      if (i % 2 === 0) await api("POST", "/v1/auth/logout", { token });
      token = answer.tokens.access_token;
    }
    expect((await changePassword(owner.accessToken, NEW_PASSWORD)).status).toBe(200);
    const answers = [...trusted, ...trusted].map((from) => logInFrom(phone, WRONG, from));
    const free = UNTRUSTED_ATTEMPTS_FREE;
    expect(await statuses(answers)).toEqual({ 401: free, 429: answers.length - free });
  });

  it.each(["owner", "operator", "refresh_reuse", "role_change"])(
    "is no trusted device after its session was ended with the reason %s",
    async (reason) => {
      const { phone, user, accessToken: token } = await registerPerson();
      await useUpUntrustedAttempts(phone);
      expect((await logInFrom(phone, PASSWORD, { token })).status).toBe(200);
      await query(sql`UPDATE sessions SET ended_at = now(), end_reason = ${reason}
        WHERE user_id = ${idOf("usr", user.id)}`);
      await expectProblem(logInFrom(phone, PASSWORD, { token }), 429, "too_many_attempts");
    },
  );

  it("stays a trusted device after the user logged out", async () => {
    const { phone, accessToken: token } = await registerPerson();
    await api("POST", "/v1/auth/logout", { token });
    await useUpUntrustedAttempts(phone);
    expect((await logInFrom(phone, PASSWORD, { token })).status).toBe(200);
  });
});

describe("a new password", () => {
  it("is accepted at once from the network where it was reset, while others are throttled", async () => {
    const person = await registerPerson();
    const { phone } = person;
    await verify(person, "phone");
    await useUpUntrustedAttempts(phone);
    const headers = { "CF-Connecting-IP": newAddress() };
    const asked = await jsonOf(
      api("POST", "/v1/auth/password-reset", { body: { phone }, headers }),
    );
    const body = {
      reset_token: asked.reset_token,
      code: await codeSentTo(phone, 2),
      new_password: NEW_PASSWORD,
    };
    const path = "/v1/auth/password-reset/confirm";
    expect((await api("POST", path, { body, headers })).status).toBe(204);
    const address = headers["CF-Connecting-IP"];
    expect((await logInFrom(phone, NEW_PASSWORD, { address })).status).toBe(200);
    await expectProblem(logInFrom(phone, NEW_PASSWORD), 429, "too_many_attempts");
  });

  it("is trusted only on the device and at the address where it was set", async () => {
    const { phone, accessToken: token } = await registerPerson();
    const [home, other] = [newAddress(), newAddress()];
    for (const address of [home, other]) await logInFrom(phone, PASSWORD, { address });
    await useUpUntrustedAttempts(phone);
    expect((await logInFrom(phone, PASSWORD, { address: other })).status).toBe(200);
    expect((await changePassword(token, NEW_PASSWORD, home)).status).toBe(200);
    for (const from of [{ address: home }, { token }]) {
      expect((await logInFrom(phone, NEW_PASSWORD, from)).status).toBe(200);
    }
    const elsewhere = logInFrom(phone, NEW_PASSWORD, { address: other });
    await expectProblem(elsewhere, 429, "too_many_attempts");
  });

  it("is not trusted where the change was refused", async () => {
    const { phone, accessToken: token } = await registerPerson();
    const address = newAddress();
    const { phone: taken } = await registerPerson();
    const body = { password: NEW_PASSWORD, phone: taken, current_password: PASSWORD };
    const headers = { "CF-Connecting-IP": address };
    const refused = api("PATCH", "/v1/users/me", { token, body, headers });
    await expectProblem(refused, 409, "phone_taken");
    for (const to of [phone, taken]) {
      await useUpUntrustedAttempts(to);
      await expectProblem(logInFrom(to, WRONG, { address }), 429, "too_many_attempts");
    }
  });
});

describe("a new phone", () => {
  it("is accepted at once from where it was changed, while others are throttled", async () => {
    const { accessToken: token } = await registerPerson();
    const [phone, home] = [newPhone(), newAddress()];
    const body = { phone, current_password: PASSWORD };
    const headers = { "CF-Connecting-IP": home };
    expect((await api("PATCH", "/v1/users/me", { token, body, headers })).status).toBe(200);
    await useUpUntrustedAttempts(phone);
    for (const from of [{ address: home }, { token }]) {
      expect((await logInFrom(phone, PASSWORD, from)).status).toBe(200);
    }
    await expectProblem(logInFrom(phone, PASSWORD), 429, "too_many_attempts");
  });
});

describe("a refused login", () => {
  it("makes the same database calls for an unknown phone and a wrong password, with and without a former token", async () => {
    const person = await registerPerson();
    const changed = await registerPerson();
    await changePassword(changed.accessToken, NEW_PASSWORD);
    const stepsOf = async (phone: string, formerToken: string | null) => {
      const steps: string[] = [];
      const services = serviceContext(env, readConfig(env));
      const db = new Proxy(services.db, {
        get(target, name) {
          const value = Reflect.get(target, name);
          if (typeof value !== "function") return value;
          steps.push(String(name));
          return value.bind(target);
        },
      });
      const origin = { network: newAddress(), device: null, place: null };
      const input = { name: phone as Phone, password: WRONG, origin, formerToken };
      const outcome = await tryLogIn({ ...services, db }, input);
      expect(outcome).toEqual({ ok: false, code: "invalid_credentials" });
      return steps;
    };
    const steps = await stepsOf(newPhone(), null);
    expect(steps.length).toBeGreaterThan(3);
    for (const { phone } of [person, changed]) expect(await stepsOf(phone, null)).toEqual(steps);
    for (const phone of [newPhone(), person.phone, changed.phone]) {
      expect(await stepsOf(phone, person.accessToken)).toEqual(steps);
    }
  });
});
