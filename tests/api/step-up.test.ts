import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { api, jsonOf, logIn, newPhone, PASSWORD, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

/** YEM 100,000.00: the threshold of src/domain/second-factor.ts. */
const AT_THRESHOLD = "100000.00";
const ABOVE = "100000.01";

const send = ({ accessToken: token }: Person, path: string, body: object, key?: string) =>
  api("POST", path, { token, body, ...(key && { headers: { "Idempotency-Key": key } }) });
const withdraw = (person: Person, amount: string, key?: string) =>
  send(person, "/v1/withdrawals", { amount }, key);

/** A user with money and an authenticator app, whose session has not proved the factor lately. */
async function registerWithApp() {
  const person = await registerPerson();
  await send(person, "/v1/deposits", { amount: "900000.00" });
  const app = await enrolTotp(person);
  await ageStepUp(person, null);
  return { person, app };
}

const balanceOf = async ({ accessToken: token }: Person) =>
  (await jsonOf(api("GET", "/v1/wallets", { token }))).data[0].balance;
const expectReconciled = () => proveLedger(connectHttp(readConfig(env)));

describe("money above the threshold", () => {
  it("needs a fresh second factor from one minor unit above the threshold", async () => {
    const { person } = await registerWithApp();
    const other = await registerPerson();
    expect((await withdraw(person, AT_THRESHOLD)).status).toBe(201);
    await expectProblem(withdraw(person, ABOVE), 403, "step_up_required");
    const transfer = (amount: string) =>
      send(person, "/v1/transfers", { amount, to_phone: other.phone });
    expect((await transfer(AT_THRESHOLD)).status).toBe(201);
    const problem = await expectProblem(transfer(ABOVE), 403, "step_up_required");
    expect(problem.detail).toContain("POST /v1/auth/step-up");
    expect(await balanceOf(person)).toBe("700000.00");
    await expectReconciled();
  });

  it("is accepted after a step-up with the same key, because the refusal was not recorded", async () => {
    const { person, app } = await registerWithApp();
    await expectProblem(withdraw(person, ABOVE, "rent"), 403, "step_up_required");
    const { accessToken: token } = person;
    const { data } = await jsonOf(api("GET", "/v1/transactions?type=WITHDRAW", { token }));
    expect(data).toEqual([]);
    expect((await stepUp(person, { code: app.code() })).status).toBe(204);
    expect((await withdraw(person, ABOVE, "rent")).status).toBe(201);
    const replay = await withdraw(person, ABOVE, "rent");
    expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await balanceOf(person)).toBe("799999.99");
    await expectReconciled();
  });

  it("needs a second factor that is less than five minutes old", async () => {
    const { person } = await registerWithApp();
    await ageStepUp(person, 297);
    expect((await withdraw(person, ABOVE)).status).toBe(201);
    await ageStepUp(person, 300);
    await expectProblem(withdraw(person, ABOVE), 403, "step_up_required");
    await expectReconciled();
  });

  it("is replayed for a repeated request, even when the second factor is no longer fresh", async () => {
    const { person, app } = await registerWithApp();
    await stepUp(person, { code: app.code() });
    expect((await withdraw(person, ABOVE, "once")).status).toBe(201);
    await ageStepUp(person, 300);
    expect((await withdraw(person, ABOVE, "once")).status).toBe(201);
    await expectProblem(withdraw(person, ABOVE, "twice"), 403, "step_up_required");
    await expectReconciled();
  });

  it("needs no second factor from a user without one, nor for a deposit", async () => {
    const person = await registerPerson();
    const { person: careful } = await registerWithApp();
    for (const one of [person, careful]) {
      expect((await send(one, "/v1/deposits", { amount: "900000.00" })).status).toBe(201);
    }
    expect((await withdraw(person, "900000.00")).status).toBe(201);
    await expectReconciled();
  });

  it("has a threshold for each currency", async () => {
    const { person } = await registerWithApp();
    const cases = [
      ["USD", "200.00", "200.01"],
      ["JPY", "30000", "30001"],
      ["KWD", "60.000", "60.001"],
      ["MAD", "100.00", "100.01"],
    ] as const;
    for (const [currency, at, above] of cases) {
      expect((await send(person, "/v1/wallets", { currency })).status).toBe(201);
      await send(person, "/v1/deposits", { amount: "90000", currency });
      const out = (amount: string) => send(person, "/v1/withdrawals", { amount, currency });
      expect((await out(at)).status).toBe(201);
      await expectProblem(out(above), 403, "step_up_required");
    }
    await expectReconciled();
  });

  it("has thresholds that a client can read in advance", async () => {
    const { data } = await jsonOf(api("GET", "/v1/currencies"));
    expect(data).toContainEqual(
      expect.objectContaining({ code: "YEM", step_up_above: AT_THRESHOLD }),
    );
    expect(data).toContainEqual(expect.objectContaining({ code: "JPY", step_up_above: "30000" }));
  });

  it("does not reveal that another user's wallet exists", async () => {
    const { person } = await registerWithApp();
    const other = await registerPerson();
    const body = { amount: ABOVE, wallet_id: other.wallet.id };
    await expectProblem(send(person, "/v1/withdrawals", body), 404, "wallet_not_found");
    await expectReconciled();
  });

  it("needs a second factor also in sessions from before the enrolment", async () => {
    const person = await registerPerson();
    await send(person, "/v1/deposits", { amount: "900000.00" });
    const old = { ...person, ...(await logIn(person.phone)) };
    await enrolTotp(person);
    await expectProblem(withdraw(old, ABOVE), 403, "step_up_required");
    // The confirmation of the app counts as a proof.
    expect((await withdraw(person, ABOVE)).status).toBe(201);
    await expectReconciled();
  });

  it("is accepted after a login with a second factor", async () => {
    const { person, app } = await registerWithApp();
    const { challenge } = await firstStep(person);
    const { tokens } = await jsonOf(secondStep(challenge, { code: app.code() }));
    const session = { ...person, accessToken: tokens.access_token };
    expect((await withdraw(session, ABOVE)).status).toBe(201);
    await expectProblem(withdraw(person, ABOVE), 403, "step_up_required");
    await expectReconciled();
  });
});

describe("another action that needs a fresh second factor", () => {
  const patch = ({ accessToken: token }: Person, body: object) =>
    api("PATCH", "/v1/users/me", { token, body });

  it("is a change of phone, e-mail address or password, but not of the username", async () => {
    const { person, app } = await registerWithApp();
    const proof = { current_password: PASSWORD };
    const phone = { ...proof, phone: newPhone() };
    const password = { ...proof, password: "four-Camels under Marib" };
    expect((await patch(person, { username: "Another Name" })).status).toBe(200);
    await expectProblem(patch(person, phone), 403, "step_up_required");
    await expectProblem(patch(person, password), 403, "step_up_required");
    const email = { ...proof, email: "amina@mail.example" };
    await expectProblem(patch(person, email), 403, "step_up_required");
    expect((await stepUp(person, { code: app.code() })).status).toBe(204);
    expect((await patch(person, phone)).status).toBe(200);
    expect((await patch(person, password)).status).toBe(200);
  });

  it("needs it before the password is verified, so that a stolen session cannot try passwords", async () => {
    const { person } = await registerWithApp();
    const body = { phone: newPhone(), current_password: "not the password" };
    await expectProblem(patch(person, body), 403, "step_up_required");
  });

  it("is the deletion of the account, which erases the factors", async () => {
    const { person, app } = await registerWithApp();
    await send(person, "/v1/withdrawals", { amount: AT_THRESHOLD });
    const { accessToken: token } = person;
    const end = () => api("DELETE", "/v1/users/me", { token, body: { password: PASSWORD } });
    await expectProblem(end(), 403, "step_up_required");
    await stepUp(person, { code: app.code() });
    expect((await withdraw(person, "800000.00")).status).toBe(201);
    const { challenge } = await firstStep(person);
    expect((await end()).status).toBe(204);
    const id = idOf("usr", person.user.id);
    const left = await query(sql`SELECT user_id FROM totp_factors WHERE user_id = ${id}
      UNION ALL SELECT user_id FROM recovery_codes WHERE user_id = ${id}
      UNION ALL SELECT user_id FROM passkeys WHERE user_id = ${id}
      UNION ALL SELECT user_id FROM challenges WHERE user_id = ${id}
      UNION ALL SELECT id FROM users WHERE id = ${id} AND has_second_factor`);
    expect(left).toEqual([]);
    const [recovery_code] = app.recoveryCodes;
    await expectProblem(secondStep(challenge, { recovery_code }), 409, "challenge_invalid");
    await expectReconciled();
  });
});

describe("POST /v1/auth/step-up", () => {
  it("accepts a code or a recovery code once, and records it", async () => {
    const { person, app } = await registerWithApp();
    const code = app.code();
    expect((await stepUp(person, { code })).status).toBe(204);
    await expectProblem(stepUp(person, { code }), 403, "second_factor_wrong");
    const [recovery_code] = app.recoveryCodes;
    expect((await stepUp(person, { recovery_code })).status).toBe(204);
    const events = await auditEvents(person.user.id);
    const steps = events.filter(({ type }) => type === "session_stepped_up");
    expect(steps.map(({ details }) => details)).toEqual([
      { second_factor: "totp" },
      { second_factor: "recovery_code" },
    ]);
  });

  it("uses no code up for a session that has ended", async () => {
    const { person, app } = await registerWithApp();
    await api("POST", "/v1/auth/logout", { token: person.accessToken });
    const code = app.code();
    await expectProblem(stepUp(person, { code }), 401, "session_ended");
    const { challenge } = await firstStep(person);
    expect((await secondStep(challenge, { code })).status).toBe(200);
  });

  it("throttles wrong codes for the session, but not the owner's login", async () => {
    const { person, app } = await registerWithApp();
    for (let tries = 0; tries < 5; tries++) {
      await expectProblem(stepUp(person, { code: app.code(-9) }), 403, "second_factor_wrong");
    }
    await expectProblem(stepUp(person, { code: app.code() }), 429, "too_many_attempts");
    const { challenge } = await firstStep(person);
    expect((await secondStep(challenge, { code: app.code() })).status).toBe(200);
  });

  it("refuses a body without a proof, with two proofs or with an unknown field", async () => {
    const { person, app } = await registerWithApp();
    const code = app.code();
    for (const body of [
      {},
      { code, recovery_code: "x" },
      { code, amount: "1" },
      { code: 492039 },
    ]) {
      await expectProblem(stepUp(person, body), 400, "invalid_request");
    }
    expect((await stepUp(person, { code })).status).toBe(204);
  });
});
