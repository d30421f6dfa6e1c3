import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, giveRole, idOf, query } from "../database.ts";
import { api, jsonOf, logIn, newPhone, PASSWORD, registerPerson } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

afterEach(() => proveLedger(connectHttp(readConfig(env))));

const patch = (token: string, body: unknown) => api("PATCH", "/v1/users/me", { token, body });
const remove = (token: string, password: unknown = PASSWORD) =>
  api("DELETE", "/v1/users/me", { token, body: { password } });
const me = (token: string) => api("GET", "/v1/users/me", { token });
const login = (phone: string, password: string) =>
  api("POST", "/v1/auth/login", { body: { phone, password } });

describe("a user's role", () => {
  it("is null for most people, and is shown to an operator in every answer about themselves", async () => {
    const person = await registerPerson();
    const { accessToken: token, phone } = person;
    const roles = async () => [
      (await jsonOf(me(token))).role,
      (await jsonOf(login(phone, PASSWORD))).user.role,
      (await jsonOf(patch(token, { username: `N${newPhone()}` }))).role,
    ];
    expect(await roles()).toEqual([null, null, null]);
    for (const role of ["support", "admin"] as const) {
      await giveRole(person.user.id, role);
      expect(await roles()).toEqual([role, role, role]);
    }
  });
});

describe("PATCH /v1/users/me", () => {
  it("changes the username, and records the change without the name", async () => {
    const person = await registerPerson("Amina");
    const answer = await jsonOf(patch(person.accessToken, { username: "Amina Saleh" }));
    expect(answer).toEqual({ ...person.user, username: "Amina Saleh" });
    expect(await jsonOf(me(person.accessToken))).toEqual(answer);
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "profile_changed",
      details: { fields: ["username"] },
    });
  });

  it("changes the phone, which is then used to log in", async () => {
    const person = await registerPerson();
    const phone = newPhone();
    const body = { phone, current_password: PASSWORD };
    expect((await jsonOf(patch(person.accessToken, body))).phone).toBe(phone);
    expect((await login(phone, PASSWORD)).status).toBe(200);
    await expectProblem(login(person.phone, PASSWORD), 401, "invalid_credentials");
  });

  it("changes the password, and ends every other session", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const body = { password: NEW_PASSWORD, current_password: PASSWORD };
    expect((await patch(person.accessToken, body)).status).toBe(200);
    await expectProblem(me(other.accessToken), 401, "session_ended");
    const refreshing = api("POST", "/v1/auth/refresh", {
      body: { refresh_token: other.refreshToken },
    });
    await expectProblem(refreshing, 401, "session_ended");
    expect((await me(person.accessToken)).status).toBe(200);
    expect((await login(person.phone, NEW_PASSWORD)).status).toBe(200);
    await expectProblem(login(person.phone, PASSWORD), 401, "invalid_credentials");
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events).toContain("password_changed");
  });

  it("requires the current password to change phone or password", async () => {
    const { accessToken } = await registerPerson();
    for (const body of [{ phone: newPhone() }, { password: NEW_PASSWORD }]) {
      const pointer = "/current_password";
      await expectProblem(patch(accessToken, body), 400, "invalid_request", pointer);
      const wrong = { ...body, current_password: "not the password" };
      await expectProblem(patch(accessToken, wrong), 403, "wrong_password");
    }
  });

  it("refuses a weak password, another user's phone and an empty change", async () => {
    const [person, other] = [await registerPerson("Amina"), await registerPerson()];
    const weak = { password: "password123", current_password: PASSWORD };
    await expectProblem(patch(person.accessToken, weak), 400, "weak_password", "/password");
    const taken = { phone: other.phone, current_password: PASSWORD };
    await expectProblem(patch(person.accessToken, taken), 409, "phone_taken");
    const short = { phone: "+431234", current_password: PASSWORD };
    await expectProblem(patch(person.accessToken, short), 400, "invalid_request", "/phone");
    await expectProblem(patch(person.accessToken, {}), 400, "invalid_request");
    const onlyProof = { current_password: PASSWORD };
    await expectProblem(patch(person.accessToken, onlyProof), 400, "invalid_request");
    expect(await jsonOf(me(person.accessToken))).toEqual(person.user);
  });

  it("refuses fields that users may not set", async () => {
    const { accessToken } = await registerPerson();
    for (const field of [
      "id",
      "created_at",
      "deleted_at",
      "password_hash",
      "balance",
      "constructor",
    ]) {
      const body = { username: "Amina", [field]: "x" };
      await expectProblem(patch(accessToken, body), 400, "invalid_request", `/${field}`);
    }
  });

  it("lets one of two parallel password changes succeed, and ends the other session", async () => {
    const person = await registerPerson();
    const other = await logIn(person.phone);
    const change = (token: string, password: string) =>
      patch(token, { password, current_password: PASSWORD });
    const answers = await Promise.all([
      change(person.accessToken, NEW_PASSWORD),
      change(other.accessToken, "nine-Mountains near Ibb"),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const active = [await me(person.accessToken), await me(other.accessToken)];
    expect(active.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("applies two parallel changes of different fields", async () => {
    const person = await registerPerson("Amina");
    const phone = newPhone();
    await Promise.all([
      patch(person.accessToken, { username: "Amina Saleh" }),
      patch(person.accessToken, { phone, current_password: PASSWORD }),
    ]);
    expect(await jsonOf(me(person.accessToken))).toMatchObject({ username: "Amina Saleh", phone });
  });
});

describe("DELETE /v1/users/me", () => {
  it("erases personal data, closes the wallets, ends the sessions and keeps the row", async () => {
    const person = await registerPerson("Amina");
    const other = await logIn(person.phone);
    expect((await remove(person.accessToken)).status).toBe(204);
    await expectProblem(me(person.accessToken), 401, "session_ended");
    await expectProblem(me(other.accessToken), 401, "session_ended");
    await expectProblem(login(person.phone, PASSWORD), 401, "invalid_credentials");
    const id = idOf("usr", person.user.id);
    const [row] = await query(
      sql`SELECT username, phone, password_hash FROM users WHERE id = ${id}`,
    );
    expect(row).toEqual({ username: null, phone: null, password_hash: null });
    const wallets = await query(sql`SELECT status FROM wallets WHERE owner_id = ${id}`);
    expect(wallets).toEqual([{ status: "closed" }]);
    const body = { username: "New Owner", phone: person.phone, password: PASSWORD };
    expect((await api("POST", "/v1/auth/register", { body })).status).toBe(201);
  });

  it("is refused with a wrong password, and while money is left", async () => {
    const person = await registerPerson();
    await expectProblem(remove(person.accessToken, "not the password"), 403, "wrong_password");
    const token = person.accessToken;
    expect((await api("POST", "/v1/deposits", { token, body: { amount: "0.01" } })).status).toBe(
      201,
    );
    await expectProblem(remove(token), 409, "balance_not_zero");
    expect((await api("POST", "/v1/withdrawals", { token, body: { amount: "0.01" } })).status).toBe(
      201,
    );
    expect((await remove(token)).status).toBe(204);
  });

  it("leaves no wallet open that was opened during the deletion", async () => {
    const person = await registerPerson();
    const opening = () =>
      api("POST", "/v1/wallets", { token: person.accessToken, body: { currency: "USD" } });
    await Promise.all([opening(), remove(person.accessToken), opening(), opening()]);
    const open = await query(sql`SELECT id FROM wallets
      WHERE owner_id = ${idOf("usr", person.user.id)} AND status <> 'closed'`);
    expect(open).toEqual([]);
  });
});
