import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { EVENTS_PER_HOUR_MAX } from "../../src/domain/bounds.ts";
import { idOf, query } from "../database.ts";
import { enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { addPasskey } from "../passkeys.ts";
import { api, jsonOf, PASSWORD, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { read } from "./as-person.ts";
import { detailsOf, writeEvents } from "./audit-log.ts";

const MAX = EVENTS_PER_HOUR_MAX.act;
const patch = ({ accessToken: token }: Person, path: string, body: object) =>
  api("PATCH", path, { token, body });
const rename = (person: Person, username: string) => patch(person, "/v1/users/me", { username });
const login = ({ phone }: Person) =>
  api("POST", "/v1/auth/login", { body: { phone, password: PASSWORD } });

/** Expects a refusal whose wait ends with the oldest of the events, which are a minute old. */
async function expectBounded(answer: Response | Promise<Response>): Promise<void> {
  const refused = await answer;
  const seconds = Number(refused.headers.get("Retry-After"));
  expect(seconds).toBeGreaterThan(58 * 60);
  expect(seconds).toBeLessThanOrEqual(59 * 60);
  await expectProblem(refused, 429, "too_many_attempts");
}

describe("an act that was made too often within an hour", () => {
  it("is refused beyond the bound, changes nothing and writes no event: a username", async () => {
    const person = await registerPerson("Amina");
    await writeEvents(person, "profile_changed", MAX - 1);
    expect((await rename(person, "Amina Saleh")).status).toBe(200);
    await expectBounded(rename(person, "Amina S. Saleh"));
    expect((await read(person, "/v1/users/me")).username).toBe("Amina Saleh");
    expect(await detailsOf(person, "profile_changed")).toHaveLength(MAX);
    // A thief of the session must not stop the owner from setting a new password.
    const password = { password: "four-Camels under Marib", current_password: PASSWORD };
    expect((await patch(person, "/v1/users/me", password)).status).toBe(200);
  });

  it("stays within the bound in parallel", async () => {
    const person = await registerPerson("Amina");
    await writeEvents(person, "profile_changed", MAX - 3);
    const names = Array.from({ length: 9 }, (_, i) => rename(person, `Amina ${"abcdefghi"[i]}`));
    const statuses = (await Promise.all(names)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    expect(await detailsOf(person, "profile_changed")).toHaveLength(MAX);
  });

  it("is allowed again when the events are an hour old", async () => {
    const person = await registerPerson("Amina");
    await writeEvents(person, "profile_changed", MAX, 61);
    expect((await rename(person, "Amina Saleh")).status).toBe(200);
  });

  it("keeps the default wallet: a label, a default", async () => {
    const person = await registerPerson();
    const body = { currency: person.wallet.currency };
    const { id } = await jsonOf(api("POST", "/v1/wallets", { token: person.accessToken, body }));
    await writeEvents(person, "wallet_changed", MAX);
    await expectBounded(patch(person, `/v1/wallets/${id}`, { label: "Rent" }));
    await expectBounded(patch(person, `/v1/wallets/${id}`, { is_default: true }));
    const { is_default } = await read(person, `/v1/wallets/${person.wallet.id}`);
    expect(is_default).toBe(true);
    // What it is already is no change, and not refused.
    const same = await patch(person, `/v1/wallets/${person.wallet.id}`, { is_default: true });
    expect(same.status).toBe(200);
  });

  it("uses no proof up: a login, a step-up, and neither is a failed attempt", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    await writeEvents(person, "user_logged_in", MAX);
    await writeEvents(person, "session_stepped_up", MAX);
    const [recovery_code] = app.recoveryCodes;
    const { challenge } = await firstStep(person);
    await expectBounded(secondStep(challenge, { recovery_code }));
    await expectBounded(stepUp(person, { recovery_code }));
    const left = await query(sql`SELECT FROM recovery_codes
      WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(left).toHaveLength(app.recoveryCodes.length);
    expect(await detailsOf(person, "second_factor_proven")).toEqual([]);
  });

  it("is a login with a password, whose right password is not counted as a wrong one", async () => {
    const person = await registerPerson();
    await writeEvents(person, "user_logged_in", MAX);
    for (let i = 0; i < 7; i++) await expectBounded(login(person));
    expect(await detailsOf(person, "log_in_refused")).toEqual([]);
  });

  it("is an enrolment that was begun, and the name of a passkey", async () => {
    const person = await registerPerson();
    await writeEvents(person, "totp_enrolment_begun", MAX);
    const { accessToken: token, password } = person;
    await expectBounded(api("POST", "/v1/factors/totp", { token, body: { password } }));
    const { passkey } = await addPasskey(person);
    await writeEvents(person, "passkey_renamed", MAX);
    const path = `/v1/factors/passkeys/${passkey.id}`;
    await expectBounded(patch(person, path, { name: "Another" }));
    expect((await patch(person, path, { name: passkey.name })).status).toBe(200);
    await expectProblem(
      patch(await registerPerson(), path, { name: "Another" }),
      404,
      "factor_not_found",
    );
  });

  it("is a retried refresh, which ends no session", async () => {
    const person = await registerPerson();
    const refresh = (refresh_token: string) =>
      api("POST", "/v1/auth/refresh", { body: { refresh_token } });
    expect((await refresh(person.refreshToken)).status).toBe(200);
    await writeEvents(person, "refresh_retried", MAX - 1);
    const retried = await jsonOf(refresh(person.refreshToken));
    await expectBounded(refresh(person.refreshToken));
    expect(await detailsOf(person, "refresh_token_reused")).toEqual([]);
    expect((await refresh(retried.tokens.refresh_token)).status).toBe(200);
  });
});

describe("a change to what is there already", () => {
  it("is answered with 200 and writes no event: a profile", async () => {
    const person = await registerPerson("Amina");
    const { phone, username } = person.user;
    const body = { username, phone, email: null, current_password: PASSWORD };
    for (const same of [{ username }, body]) {
      const answer = await patch(person, "/v1/users/me", same);
      expect([answer.status, await jsonOf(answer)]).toEqual([200, person.user]);
    }
    expect(await detailsOf(person, "profile_changed")).toEqual([]);
  });

  it("names only the fields that change", async () => {
    const person = await registerPerson("Amina");
    const body = { username: "Amina Saleh", phone: person.phone, current_password: PASSWORD };
    expect((await patch(person, "/v1/users/me", body)).status).toBe(200);
    expect(await detailsOf(person, "profile_changed")).toEqual([{ fields: ["username"] }]);
  });

  it("is one event of ten equal changes in parallel: a profile, a wallet, a passkey", async () => {
    const person = await registerPerson("Amina");
    const { passkey } = await addPasskey(person);
    const changes = [
      ["/v1/users/me", { username: "Amina Saleh" }, "profile_changed"],
      [`/v1/wallets/${person.wallet.id}`, { label: "Rent", is_default: true }, "wallet_changed"],
      [`/v1/factors/passkeys/${passkey.id}`, { name: "My key" }, "passkey_renamed"],
    ] as const;
    for (const [path, body, type] of changes) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => patch(person, path, body)),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(await detailsOf(person, type)).toHaveLength(1);
    }
    expect(await detailsOf(person, "wallet_changed")).toEqual([{ fields: ["label"] }]);
  });

  it("is a refusal without an event: what is ended, removed or verified already", async () => {
    const person = await registerPerson();
    const { accessToken: token } = person;
    const other = await jsonOf(login(person));
    const { data } = await read(person, "/v1/users/me/sessions");
    const ended = data.find((session: { is_current: boolean }) => !session.is_current).id;
    expect(other.status).toBe("logged_in");
    const countEvents = async () =>
      (
        await query(sql`SELECT FROM audit_events
      WHERE user_id = ${idOf("usr", person.user.id)}`)
      ).length;
    expect((await api("DELETE", `/v1/users/me/sessions/${ended}`, { token })).status).toBe(204);
    const count = await countEvents();
    await expectProblem(
      api("DELETE", `/v1/users/me/sessions/${ended}`, { token }),
      404,
      "session_not_found",
    );
    expect((await api("DELETE", "/v1/users/me/sessions", { token })).status).toBe(204);
    await expectProblem(api("DELETE", "/v1/factors/totp", { token }), 404, "factor_not_found");
    await query(sql`UPDATE users SET phone_verified_at = now()
      WHERE id = ${idOf("usr", person.user.id)}`);
    const path = "/v1/users/me/contacts/phone/verification";
    await expectProblem(api("POST", path, { token }), 409, "contact_verified");
    const body = { code: "12345678" };
    await expectProblem(api("POST", `${path}/confirm`, { token, body }), 409, "contact_verified");
    expect(await countEvents()).toBe(count);
  });
});
