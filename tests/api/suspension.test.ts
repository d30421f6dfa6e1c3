import { env } from "cloudflare:workers";
import { afterAll, describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { FREEZE_REASONS } from "../../src/domain/freeze.ts";
import { readConfig } from "../../src/env.ts";
import { suspend } from "../database.ts";
import { ageStepUp, enrolTotp, logInWith, stepUp } from "../factors.ts";
import { codeOfKind } from "../messages.ts";
import { addPasskey, logInBy } from "../passkeys.ts";
import { api, jsonOf, logIn, newEmail, type Person, registerPerson, verify } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";
import { get, post, read } from "./as-person.ts";
import { act, registerOperator } from "./operator.ts";
import { ACCOUNT_CHANGES, stateOf } from "./suspension-acts.ts";

const suspendBy = (operator: Person, { user }: Person, reason = "investigation") =>
  act(operator, "PUT", `/users/${user.id}/suspension`, { reason });
const lift = (operator: Person, { user }: Person) =>
  act(operator, "DELETE", `/users/${user.id}/suspension`, { reason: "mistake" });

async function registerSuspended(): Promise<Person> {
  const person = await registerPerson();
  await suspend(person.user.id);
  return person;
}

afterAll(() => proveLedger(connectHttp(readConfig(env))));

describe("a suspended user", () => {
  it.each(ACCOUNT_CHANGES)(
    "cannot $title, leaves no trace of the attempt, and can after the suspension",
    async ({ method, status, request }) => {
      const [support, person] = [await registerOperator("support"), await registerPerson()];
      const { accessToken: token } = person;
      const email = { email: newEmail(), current_password: person.password };
      await api("PATCH", "/v1/users/me", { token, body: email });
      const [path, body] = await request(person);
      expect((await suspendBy(support, person)).status).toBe(200);
      const before = await stateOf(person);
      await expectProblem(api(method, path, { token, body }), 403, "account_suspended");
      expect(await stateOf(person)).toEqual(before);
      expect((await lift(support, person)).status).toBe(200);
      expect((await api(method, path, { token, body })).status).toBe(status);
    },
  );

  it.each([
    ["PATCH", "/v1/users/me", { password: "password12", current_password: "wrong" }],
    ["PATCH", "/v1/users/me", { phone: "+967771234567", current_password: "wrong" }],
    ["DELETE", "/v1/users/me", { password: "wrong" }],
    ["POST", "/v1/factors/totp", { password: "wrong" }],
    ["POST", "/v1/factors/passkeys/options", { password: "wrong" }],
    ["POST", "/v1/factors/totp/confirm", { code: "000000" }],
    ["POST", "/v1/users/me/contacts/phone/verification/confirm", { code: "00000000" }],
  ])("%s %s: no password and no code is checked or counted", async (method, path, body) => {
    const person = await registerSuspended();
    const before = await stateOf(person);
    const answer = api(method, path, { token: person.accessToken, body });
    await expectProblem(answer, 403, "account_suspended");
    expect(await stateOf(person)).toEqual(before);
  });

  it("is refused before the proof of a second factor is asked for", async () => {
    const person = await registerPerson();
    await enrolTotp(person);
    await ageStepUp(person, null);
    await suspend(person.user.id);
    const token = person.accessToken;
    await expectProblem(api("DELETE", "/v1/factors/totp", { token }), 403, "account_suspended");
  });

  it("is not told whether a wallet is another user's, and no violation is recorded", async () => {
    const [person, other] = [await registerSuspended(), await registerPerson()];
    const before = await stateOf(person);
    const request = { token: person.accessToken, body: { label: "Mine" } };
    const answer = api("PATCH", `/v1/wallets/${other.wallet.id}`, request);
    await expectProblem(answer, 403, "account_suspended");
    expect(await stateOf(person)).toEqual(before);
  });

  it("reads everything", async () => {
    const person = await registerPerson();
    const deposit = await post(person, "/v1/deposits", { amount: "5.00" });
    await suspend(person.user.id);
    const paths = [
      "/v1/users/me",
      "/v1/users/me/sessions",
      "/v1/users/me/audit-events",
      "/v1/factors",
      "/v1/wallets",
      `/v1/wallets/${person.wallet.id}`,
      `/v1/wallets/${person.wallet.id}/entries`,
      "/v1/transactions",
      `/v1/transactions/${deposit.id}`,
    ];
    const answers = await Promise.all(paths.map((path) => get(person, path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
  });

  it("logs in, refreshes, ends other sessions and logs out", async () => {
    const person = await registerSuspended();
    const [second, third] = [await logIn(person.phone), await logIn(person.phone)];
    const body = { refresh_token: second.refreshToken };
    expect((await api("POST", "/v1/auth/refresh", { body })).status).toBe(200);
    const { data } = await read(person, "/v1/users/me/sessions");
    expect(data).toHaveLength(3);
    const token = person.accessToken;
    const [other] = data.filter((session: { is_current: boolean }) => !session.is_current);
    expect((await api("DELETE", `/v1/users/me/sessions/${other.id}`, { token })).status).toBe(204);
    expect((await api("DELETE", "/v1/users/me/sessions", { token })).status).toBe(204);
    const ended = api("GET", "/v1/wallets", { token: third.accessToken });
    await expectProblem(ended, 401, "session_ended");
    expect((await api("POST", "/v1/auth/logout", { token })).status).toBe(204);
    await expectProblem(get(person, "/v1/wallets"), 401, "session_ended");
  });

  it("logs in with each second factor, and steps up", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const { authenticator } = await addPasskey(person);
    await suspend(person.user.id);
    const again = await logInWith(person, app);
    expect((await get(again, "/v1/wallets")).status).toBe(200);
    expect((await stepUp(again, { recovery_code: app.recoveryCodes[0] })).status).toBe(204);
    expect((await logInBy(authenticator)).status).toBe(200);
  });

  it("sets a new password by a code, which ends every session and removes no factor", async () => {
    const person = await registerPerson();
    await verify(person, "phone");
    await enrolTotp(person);
    await addPasskey(person);
    await suspend(person.user.id, "suspected_takeover");
    const { totp_factors, passkeys, recovery_codes } = await stateOf(person);
    const asked = api("POST", "/v1/auth/password-reset", { body: { phone: person.phone } });
    const { reset_token } = await jsonOf(asked);
    const code = await codeOfKind(person.phone, "password_reset_code");
    const body = { reset_token, code, new_password: "seven-Lanterns over Sanaa" };
    expect((await api("POST", "/v1/auth/password-reset/confirm", { body })).status).toBe(204);
    await expectProblem(get(person, "/v1/wallets"), 401, "session_ended");
    expect(await stateOf(person)).toMatchObject({ totp_factors, passkeys, recovery_codes });
    const login = { phone: person.phone, password: body.new_password };
    const first = await jsonOf(api("POST", "/v1/auth/login", { body: login }));
    expect(first.status).toBe("second_factor_required");
  });

  it("gets the answer of a wallet that was opened before, for the same Idempotency-Key", async () => {
    const person = await registerPerson();
    const open = (currency: string) =>
      api("POST", "/v1/wallets", {
        token: person.accessToken,
        body: { currency },
        headers: { "Idempotency-Key": "opened-before" },
      });
    const opened = await jsonOf(open("USD"));
    await suspend(person.user.id);
    const again = await open("USD");
    expect([again.status, again.headers.get("Idempotency-Replayed")]).toEqual([201, "true"]);
    expect(await jsonOf(again)).toEqual(opened);
    await expectProblem(open("EUR"), 422, "idempotency_key_reused");
  });

  it("whose wallet is frozen opens no other, makes none the default and takes out nothing", async () => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    const other = await post(person, "/v1/wallets", { currency: "YEM" });
    await post(person, "/v1/deposits", { amount: "50.00", wallet_id: other.id });
    const reason = "suspected_fraud";
    await act(support, "PUT", `/wallets/${person.wallet.id}/freeze`, { reason });
    await suspendBy(support, person, reason);
    const send = (method: string, path: string, body: object) =>
      expectProblem(
        api(method, path, { token: person.accessToken, body }),
        403,
        "account_suspended",
      );
    await send("POST", "/v1/wallets", { currency: "YEM" });
    await send("PATCH", `/v1/wallets/${other.id}`, { is_default: true });
    await send("POST", "/v1/withdrawals", { amount: "50.00", wallet_id: other.id });
    const { data } = await read(person, "/v1/wallets");
    expect(data).toMatchObject([
      { id: person.wallet.id, is_default: true, status: "frozen" },
      { id: other.id, is_default: false, balance: "50.00" },
    ]);
  });
});

describe("what a suspended user sees", () => {
  it.each(FREEZE_REASONS)("of a suspension for %s", async (reason) => {
    const [support, person] = [await registerOperator("support"), await registerPerson()];
    expect((await read(person, "/v1/users/me")).suspension).toBeNull();
    await suspendBy(support, person, reason);
    const isShown = reason === "owner_request" || reason === "suspected_takeover";
    const suspension = {
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      reason: isShown ? reason : null,
    };
    const me = await read(person, "/v1/users/me");
    expect(me.suspension).toEqual(suspension);
    const { phone, password } = person;
    const login = await jsonOf(api("POST", "/v1/auth/login", { body: { phone, password } }));
    expect(login.user).toEqual(me);
    const [event] = (await read(person, "/v1/users/me/audit-events")).data.filter(
      ({ type }: { type: string }) => type === "user_suspended",
    );
    expect(event).toMatchObject({ actor: "support", details: {} });
    await lift(await registerOperator("support"), person);
    expect((await read(person, "/v1/users/me")).suspension).toBeNull();
  });
});
