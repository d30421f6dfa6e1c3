import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { signAccessToken } from "../../src/crypto/access-token.ts";
import {
  ADDRESS_ATTEMPTS_FREE,
  ATTEMPT_DELAY_SECONDS_FIRST,
  ATTEMPT_DELAY_SECONDS_MAX,
  ATTEMPT_FORGIVEN_SECONDS,
  ATTEMPTS_FREE,
  DELAY_DOUBLINGS_MAX,
  TRUSTED_SOURCE_DAYS,
  UNTRUSTED_ATTEMPTS_FREE,
} from "../../src/domain/bounds.ts";
import { newId } from "../../src/domain/ids.ts";
import { SITE_POLICY } from "../../src/domain/throttle.ts";
import { readConfig } from "../../src/env.ts";
import { admitAttempt } from "../../src/services/identity/throttle/admit-attempt.ts";
import { countersOf } from "../../src/services/identity/throttle/attempt-counters.ts";
import { recordSuccess } from "../../src/services/identity/throttle/record-success.ts";
import { deleteExpiredThrottleCounters } from "../../src/services/maintenance/delete-expired.ts";
import { servicesAt } from "../clock.ts";
import { query } from "../database.ts";
import { api, newAddress, newPhone, PASSWORD, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { callerOf } from "../services.ts";

const WRONG = "four-Camels under Marib";
const logIn = (phone: string, password: string, address = newAddress()) =>
  api("POST", "/v1/auth/login", {
    body: { phone, password },
    headers: { "CF-Connecting-IP": address },
  });
const times = <T>(count: number, act: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => act(i)));
const statuses = (answers: readonly Response[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

const DAY_SECONDS = 86_400;
// Long ago, so that a clean-up at these tests' time deletes no counters of other tests.
const START_MS = Date.UTC(2020, 0, 1);

/** Attempts at one secret by named addresses, at times in seconds after START_MS. */
function throttledSecret(subject = newPhone()) {
  const services = (seconds: number) => servicesAt(START_MS + seconds * 1_000);
  const at = (name: string, kind: "log_in" | "totp" = "log_in") =>
    ({ kind, subject, source: { by: "address", name } }) as const;
  /** Makes a wrong attempt; resolves to the seconds to wait, or 0 when the attempt was allowed. */
  const wrong = async (seconds: number, name: string, kind?: "totp") => {
    const outcome = await admitAttempt(services(seconds), at(name, kind));
    return outcome.ok ? 0 : (outcome.retryAfterSeconds ?? Number.NaN);
  };
  const right = async (seconds: number, name: string) => {
    const outcome = await admitAttempt(services(seconds), at(name));
    if (outcome.ok) await recordSuccess(services(seconds), outcome.value);
    return outcome.ok;
  };
  return { subject, services, at, wrong, right };
}

async function useUpFreeAttempts(
  { wrong }: ReturnType<typeof throttledSecret>,
  seconds: number,
  name: string,
) {
  for (let i = 0; i < ATTEMPTS_FREE; i++) expect(await wrong(seconds, name)).toBe(0);
}

describe("wrong login attempts", () => {
  it("are throttled after five, with Retry-After, whether the next attempt is right or wrong", async () => {
    const { phone } = await registerPerson();
    const address = newAddress();
    for (let i = 0; i < ATTEMPTS_FREE; i++) {
      await expectProblem(logIn(phone, WRONG, address), 401, "invalid_credentials");
    }
    for (const password of [WRONG, PASSWORD]) {
      const answer = await logIn(phone, password, address);
      const seconds = Number(answer.headers.get("Retry-After"));
      expect(seconds).toBeGreaterThan(ATTEMPT_DELAY_SECONDS_FIRST - 10);
      expect(seconds).toBeLessThanOrEqual(ATTEMPT_DELAY_SECONDS_FIRST);
      await expectProblem(answer, 429, "too_many_attempts");
    }
  });

  it("are allowed five times out of fifty parallel requests", async () => {
    const { phone } = await registerPerson();
    const address = newAddress();
    const answers = await times(50, () => logIn(phone, WRONG, address));
    expect(statuses(answers)).toEqual({ 401: ATTEMPTS_FREE, 429: 50 - ATTEMPTS_FREE });
  });

  it("are allowed twenty times out of sixty parallel requests from sixty addresses", async () => {
    const { phone } = await registerPerson();
    const answers = await times(60, () => logIn(phone, WRONG));
    const free = UNTRUSTED_ATTEMPTS_FREE;
    expect(statuses(answers)).toEqual({ 401: free, 429: 60 - free });
  });

  it("are answered and throttled alike for an unknown phone", async () => {
    const phones = [(await registerPerson()).phone, newPhone()];
    const [known, unknown] = await Promise.all(
      phones.map(async (phone) => {
        const address = newAddress();
        const answers = [];
        for (let i = 0; i < ATTEMPTS_FREE + 1; i++) {
          const body = { phone, password: WRONG };
          const headers = { "CF-Connecting-IP": address, "X-Request-Id": "same" };
          const answer = await api("POST", "/v1/auth/login", { body, headers });
          answers.push([answer.status, await answer.text()]);
        }
        return answers;
      }),
    );
    expect(known).toEqual(unknown);
    expect(known?.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it("are counted together for one IPv6 network", async () => {
    const { phone } = await registerPerson();
    const network = newAddress().replace("::7", "");
    const answers = await times(20, (i) => logIn(phone, WRONG, `${network}:1:2:3:${i}`));
    expect(statuses(answers)).toEqual({ 401: ATTEMPTS_FREE, 429: 20 - ATTEMPTS_FREE });
  });

  it("are counted by CF-Connecting-IP alone, whatever other headers name", async () => {
    const { phone } = await registerPerson();
    const address = newAddress();
    const answers = await times(20, () => {
      const other = newAddress();
      const headers = {
        "CF-Connecting-IP": address,
        "X-Forwarded-For": other,
        "X-Real-IP": other,
        "True-Client-IP": other,
        Forwarded: `for="[${other}]"`,
      };
      return api("POST", "/v1/auth/login", { body: { phone, password: WRONG }, headers });
    });
    expect(statuses(answers)).toEqual({ 401: ATTEMPTS_FREE, 429: 20 - ATTEMPTS_FREE });
  });

  it("by others do not throttle the owner at an address where they have logged in before", async () => {
    const { phone } = await registerPerson();
    const home = newAddress();
    expect((await logIn(phone, PASSWORD, home)).status).toBe(200);
    await times(60, () => logIn(phone, WRONG));
    await expectProblem(logIn(phone, PASSWORD), 429, "too_many_attempts");
    expect((await logIn(phone, PASSWORD, home)).status).toBe(200);
  });

  it("by others do not throttle a device that has logged in before, at any address", async () => {
    const person = await registerPerson();
    const carrier = newAddress();
    const logInFrom = (address: string, token: string, password = PASSWORD, phone = person.phone) =>
      api("POST", "/v1/auth/login", {
        token,
        body: { phone, password },
        headers: { "CF-Connecting-IP": address },
      });
    // The expired token opens nothing, but still identifies the device.
    const subject = callerOf(person);
    const [day, now] = [DAY_SECONDS * 1_000, Date.now()];
    const config = readConfig(env);
    const former = await signAccessToken(config, subject, now - 89 * day);
    await expectProblem(api("GET", "/v1/users/me", { token: former }), 401, "token_expired");
    await times(60, () => logIn(person.phone, WRONG));
    await times(10, () => logIn(person.phone, WRONG, carrier));
    expect((await logInFrom(carrier, former)).status).toBe(200);
    expect((await logInFrom(newAddress(), former)).status).toBe(200);
    // A token that is too old, forged or another user's gives no trust.
    const other = await registerPerson();
    for (const token of [
      await signAccessToken(config, subject, now - 91 * day),
      `${former}x`,
      other.accessToken,
      other.refreshToken,
    ]) {
      await expectProblem(logInFrom(newAddress(), token), 429, "too_many_attempts");
    }
    // A trusted device has its own counter of attempts.
    const attempts = await times(20, () => logInFrom(newAddress(), former, WRONG));
    expect(statuses(attempts)).toEqual({ 401: ATTEMPTS_FREE, 429: 20 - ATTEMPTS_FREE });
  });

  it("are allowed twenty times out of forty from forty devices of one account", async () => {
    const { phone, accessToken } = await registerPerson();
    const caller = callerOf({ accessToken });
    const { userId } = caller;
    const answers = await times(40, async () => {
      const sessionId = newId("ses", Date.now());
      await query(sql`INSERT INTO sessions (id, user_id, created_at, expires_at)
        VALUES (${sessionId}, ${userId}, now(), now() + interval '1 day')`);
      const token = await signAccessToken(readConfig(env), { ...caller, sessionId }, Date.now());
      return api("POST", "/v1/auth/login", { token, body: { phone, password: WRONG } });
    });
    const free = UNTRUSTED_ATTEMPTS_FREE;
    expect(statuses(answers)).toEqual({ 401: free, 429: 40 - free });
    expect((await logIn(phone, PASSWORD)).status).toBe(200);
  });

  it("at many phones throttle their address, but not users who have logged in from there before", async () => {
    const { phone } = await registerPerson();
    const shared = newAddress();
    expect((await logIn(phone, PASSWORD, shared)).status).toBe(200);
    const answers = await times(ADDRESS_ATTEMPTS_FREE + 20, () => logIn(newPhone(), WRONG, shared));
    expect(statuses(answers)).toEqual({ 401: ADDRESS_ATTEMPTS_FREE, 429: 20 });
    expect((await logIn(phone, PASSWORD, shared)).status).toBe(200);
    await expectProblem(logIn(newPhone(), WRONG, shared), 429, "too_many_attempts");
  });

  it("are counted without storing phone or address in a form that can be read or tested", async () => {
    const { subject, wrong, at } = throttledSecret();
    await wrong(0, "192.0.2.7");
    const config = readConfig(env);
    const keysUnder = (throttleKey: string) =>
      countersOf({ config: { ...config, throttleKey } }, at("192.0.2.7")).map(({ key }) => key);
    const kept = keysUnder(config.throttleKey);
    const rows = await query<{ key: string }>(
      sql`SELECT encode(key, 'hex') AS key FROM throttle_counters`,
    );
    expect(rows.map(({ key }) => key)).toEqual(expect.arrayContaining(kept));
    const another = keysUnder("a".repeat(43));
    expect(rows.filter(({ key }) => another.includes(key))).toEqual([]);
    const text = JSON.stringify(await query(sql`SELECT * FROM throttle_counters`));
    expect(text).not.toContain(subject.slice(1));
    expect(text).not.toContain("192.0.2.7");
  });
});

describe("wrong attempts at the current password", () => {
  it("are throttled in their session, and not in the owner's other sessions", async () => {
    const person = await registerPerson();
    const attempt = (token: string, current_password: string) =>
      api("PATCH", "/v1/users/me", { token, body: { phone: newPhone(), current_password } });
    const answers = await times(20, () => attempt(person.accessToken, WRONG));
    expect(statuses(answers)).toEqual({ 403: ATTEMPTS_FREE, 429: 20 - ATTEMPTS_FREE });
    const deletion = { token: person.accessToken, body: { password: PASSWORD } };
    await expectProblem(api("DELETE", "/v1/users/me", deletion), 429, "too_many_attempts");
    const { tokens } = (await (await logIn(person.phone, PASSWORD)).json()) as {
      tokens: { access_token: string };
    };
    expect((await attempt(tokens.access_token, PASSWORD)).status).toBe(200);
  });
});

describe("a counter of attempts", () => {
  it("doubles its delay with each attempt, up to an hour, and allows an attempt after it", async () => {
    const secret = throttledSecret();
    await useUpFreeAttempts(secret, 0, "a");
    let seconds = 0;
    const waits = [];
    for (let i = 0; i < DELAY_DOUBLINGS_MAX + 2; i++) {
      const wait = await secret.wrong(seconds, "a");
      waits.push(wait);
      expect(await secret.wrong(seconds + wait - 1, "a")).toBe(1);
      seconds += wait;
      expect(await secret.wrong(seconds, "a")).toBe(0);
    }
    expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240]);
    expect(waits.slice(-3)).toEqual(Array(3).fill(ATTEMPT_DELAY_SECONDS_MAX));
  });

  it("is not changed by refused attempts", async () => {
    const secret = throttledSecret();
    await useUpFreeAttempts(secret, 0, "a");
    for (let i = 0; i < 10; i++) expect(await secret.wrong(1, "a")).toBe(29);
    expect(await secret.wrong(30, "a")).toBe(0);
  });

  it("forgets one attempt an hour", async () => {
    const secret = throttledSecret();
    await useUpFreeAttempts(secret, 0, "a");
    const later = ATTEMPT_FORGIVEN_SECONDS;
    expect(await secret.wrong(later, "a")).toBe(0);
    expect(await secret.wrong(later, "a")).toBe(ATTEMPT_DELAY_SECONDS_FIRST);
    const muchLater = later + ATTEMPT_FORGIVEN_SECONDS * ATTEMPTS_FREE;
    await useUpFreeAttempts(secret, muchLater, "a");
  });

  it("of a source is reset by a right attempt, and the counter shared by untrusted sources is not", async () => {
    const secret = throttledSecret();
    for (let i = 0; i < UNTRUSTED_ATTEMPTS_FREE - 1; i++) await secret.wrong(0, `untrusted ${i}`);
    expect(await secret.right(0, "owner")).toBe(true);
    expect(await secret.wrong(0, "one more")).toBe(0);
    expect(await secret.wrong(0, "too many")).toBe(ATTEMPT_DELAY_SECONDS_FIRST);
    await useUpFreeAttempts(secret, 0, "owner");
    expect(await secret.wrong(0, "owner")).toBe(ATTEMPT_DELAY_SECONDS_FIRST);
    expect(await secret.wrong(0, "too many")).toBe(ATTEMPT_DELAY_SECONDS_FIRST);
  });

  it("of an IPv6 site throttles attempts at many phones from many networks of one /48, but not a trusted source there", async () => {
    const network = (i: number) => `3fff:48:0:${i}::/64`;
    const home = throttledSecret();
    expect(await home.right(0, network(0))).toBe(true);
    const other = throttledSecret();
    expect(await other.wrong(0, network(1))).toBe(0);
    const site = countersOf(other.services(0), other.at(network(2))).at(-1)?.key;
    const [counted] =
      await query(sql`UPDATE throttle_counters SET tries = ${SITE_POLICY.triesFree - 2}
      WHERE key = decode(${site}, 'hex') AND tries = 1 RETURNING tries`);
    expect(counted).toBeDefined();
    for (const i of [3, 4]) expect(await throttledSecret().wrong(0, network(i))).toBe(0);
    const { delaySecondsFirst: first } = SITE_POLICY;
    expect(await throttledSecret().wrong(0, network(9_999))).toBe(first);
    expect(await home.wrong(0, network(0))).toBe(0);
    expect(await throttledSecret().wrong(0, "3fff:49:0:0::/64")).toBe(0);
    expect(await throttledSecret().wrong(first, network(9_999))).toBe(0);
    expect(await throttledSecret().wrong(first, network(9_999))).toBe(2 * first);
  });

  it("of an address is not reset by a login to the attacker's own account", async () => {
    const own = throttledSecret();
    const address = newAddress();
    for (let i = 0; i < ADDRESS_ATTEMPTS_FREE; i++) {
      expect(await throttledSecret().wrong(0, address)).toBe(0);
    }
    expect(await throttledSecret().wrong(0, address)).toBe(5);
    expect(await own.right(5, address)).toBe(true);
    expect(await throttledSecret().wrong(5, address)).toBe(5);
  });

  it("trusts a source for ninety days after a right attempt, and not longer", async () => {
    const trustedSeconds = TRUSTED_SOURCE_DAYS * DAY_SECONDS;
    for (const [seconds, wait] of [
      [trustedSeconds - 1, 0],
      [trustedSeconds, ATTEMPT_DELAY_SECONDS_FIRST],
    ] as const) {
      const secret = throttledSecret();
      expect(await secret.right(0, "owner")).toBe(true);
      for (let i = 0; i < UNTRUSTED_ATTEMPTS_FREE; i++) {
        await secret.wrong(seconds, `untrusted ${seconds} ${i}`);
      }
      expect(await secret.wrong(seconds, "owner")).toBe(wait);
    }
  });

  it("of one kind of secret is independent of other kinds", async () => {
    const secret = throttledSecret();
    await useUpFreeAttempts(secret, 0, "a");
    expect(await secret.wrong(0, "a", "totp")).toBe(0);
  });

  it("is deleted when it neither throttles nor trusts a source", async () => {
    const secret = throttledSecret();
    await secret.wrong(0, "untrusted");
    await secret.right(0, "owner");
    const names = ["untrusted", "owner"];
    const keys = names.map((name) => countersOf(secret.services(0), secret.at(name))[0].key);
    const left = async () => {
      const rows = await query<{ key: string }>(
        sql`SELECT encode(key, 'hex') AS key FROM throttle_counters`,
      );
      const stored = new Set(rows.map(({ key }) => key));
      return names.filter((_, i) => stored.has(keys[i] ?? ""));
    };
    const leftAfterCleanUpAt = async (seconds: number) => {
      await deleteExpiredThrottleCounters(secret.services(seconds));
      return left();
    };
    expect(await leftAfterCleanUpAt(2 * DAY_SECONDS - 60)).toEqual(["untrusted", "owner"]);
    expect(await leftAfterCleanUpAt(2 * DAY_SECONDS + 1)).toEqual(["owner"]);
    const trustedSeconds = TRUSTED_SOURCE_DAYS * DAY_SECONDS;
    expect(await leftAfterCleanUpAt(trustedSeconds - 60)).toEqual(["owner"]);
    expect(await leftAfterCleanUpAt(trustedSeconds + 1)).toEqual([]);
  });
});
