import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectHttp } from "../../src/db/connect.ts";
import { readConfig } from "../../src/env.ts";
import { auditEventsOf, idOf, query } from "../database.ts";
import { ageStepUp, enrolTotp, firstStep, secondStep, stepUp } from "../factors.ts";
import { api, jsonOf, logIn, newPhone, PASSWORD, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";
import { proveLedger } from "../prove-ledger.ts";

/** YEM 100,000.00, as domain/step-up.ts has it. */
const AT_THRESHOLD = "100000.00";
const ABOVE = "100000.01";

const send = ({ accessToken: token }: Person, path: string, body: object, key?: string) =>
  api("POST", path, { token, body, ...(key && { headers: { "Idempotency-Key": key } }) });
const withdraw = (person: Person, amount: string, key?: string) =>
  send(person, "/v1/withdrawals", { amount }, key);

/** Somebody with an authenticator app, whose session has proven nothing lately, and with money. */
async function guarded() {
  const person = await registerPerson();
  await send(person, "/v1/deposits", { amount: "900000.00" });
  const app = await enrolTotp(person);
  await ageStepUp(person, null);
  return { person, app };
}

const balanceOf = async ({ accessToken: token }: Person) =>
  (await jsonOf(api("GET", "/v1/wallets", { token }))).data[0].balance;
const books = () => proveLedger(connectHttp(readConfig(env)));

describe("money above the threshold", () => {
  it("asks for a fresh second factor one minor unit above it, and not at it", async () => {
    const { person } = await guarded();
    const other = await registerPerson();
    expect((await withdraw(person, AT_THRESHOLD)).status).toBe(201);
    await expectProblem(withdraw(person, ABOVE), 403, "step_up_required");
    const transfer = (amount: string) =>
      send(person, "/v1/transfers", { amount, to_phone: other.phone });
    expect((await transfer(AT_THRESHOLD)).status).toBe(201);
    const problem = await expectProblem(transfer(ABOVE), 403, "step_up_required");
    expect(problem.detail).toContain("POST /v1/auth/step-up");
    expect(await balanceOf(person)).toBe("700000.00");
    await books();
  });

  it("passes after a step-up, with the same key, for the refusal was not recorded", async () => {
    const { person, app } = await guarded();
    await expectProblem(withdraw(person, ABOVE, "rent"), 403, "step_up_required");
    const { accessToken: token } = person;
    const { data } = await jsonOf(api("GET", "/v1/transactions?type=WITHDRAW", { token }));
    expect(data).toEqual([]);
    expect((await stepUp(person, { code: app.code() })).status).toBe(204);
    expect((await withdraw(person, ABOVE, "rent")).status).toBe(201);
    const replay = await withdraw(person, ABOVE, "rent");
    expect(replay.headers.get("Idempotency-Replayed")).toBe("true");
    expect(await balanceOf(person)).toBe("799999.99");
    await books();
  });

  it("is fresh for five minutes, and no second longer", async () => {
    const { person } = await guarded();
    await ageStepUp(person, 297);
    expect((await withdraw(person, ABOVE)).status).toBe(201);
    await ageStepUp(person, 300);
    await expectProblem(withdraw(person, ABOVE), 403, "step_up_required");
    await books();
  });

  it("answers a repeated request as before, when the second factor is no longer fresh", async () => {
    const { person, app } = await guarded();
    await stepUp(person, { code: app.code() });
    expect((await withdraw(person, ABOVE, "once")).status).toBe(201);
    await ageStepUp(person, 300);
    expect((await withdraw(person, ABOVE, "once")).status).toBe(201);
    await expectProblem(withdraw(person, ABOVE, "twice"), 403, "step_up_required");
    await books();
  });

  it("asks nothing of somebody who has no second factor, nor for money that comes in", async () => {
    const person = await registerPerson();
    const { person: careful } = await guarded();
    for (const one of [person, careful]) {
      expect((await send(one, "/v1/deposits", { amount: "900000.00" })).status).toBe(201);
    }
    expect((await withdraw(person, "900000.00")).status).toBe(201);
    await books();
  });

  it("knows each currency's own threshold", async () => {
    const { person } = await guarded();
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
    await books();
  });

  it("tells a client the thresholds beforehand", async () => {
    const { data } = await jsonOf(api("GET", "/v1/currencies"));
    expect(data).toContainEqual(
      expect.objectContaining({ code: "YEM", step_up_above: AT_THRESHOLD }),
    );
    expect(data).toContainEqual(expect.objectContaining({ code: "JPY", step_up_above: "30000" }));
  });

  it("does not tell that another's wallet exists by asking for a second factor", async () => {
    const { person } = await guarded();
    const other = await registerPerson();
    const body = { amount: ABOVE, wallet_id: other.wallet.id };
    await expectProblem(send(person, "/v1/withdrawals", body), 404, "wallet_not_found");
    await books();
  });

  it("is asked of a session that was open when the factor was enrolled", async () => {
    const person = await registerPerson();
    await send(person, "/v1/deposits", { amount: "900000.00" });
    const old = { ...person, ...(await logIn(person.phone)) };
    await enrolTotp(person);
    await expectProblem(withdraw(old, ABOVE), 403, "step_up_required");
    // Whoever has just confirmed the app has proven it.
    expect((await withdraw(person, ABOVE)).status).toBe(201);
    await books();
  });

  it("lets a log-in with a second factor count as fresh", async () => {
    const { person, app } = await guarded();
    const { challenge } = await firstStep(person);
    const { tokens } = await jsonOf(secondStep(challenge, { code: app.code() }));
    const session = { ...person, accessToken: tokens.access_token };
    expect((await withdraw(session, ABOVE)).status).toBe(201);
    await expectProblem(withdraw(person, ABOVE), 403, "step_up_required");
    await books();
  });
});

describe("what else asks for a fresh second factor", () => {
  const patch = ({ accessToken: token }: Person, body: object) =>
    api("PATCH", "/v1/users/me", { token, body });

  it("is a new phone, address or password, and not a new name", async () => {
    const { person, app } = await guarded();
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

  it("is asked before the password, so that a stolen session cannot try passwords", async () => {
    const { person } = await guarded();
    const body = { phone: newPhone(), current_password: "not the password" };
    await expectProblem(patch(person, body), 403, "step_up_required");
  });

  it("is the end of the account, which takes the factors with it", async () => {
    const { person, app } = await guarded();
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
    await books();
  });
});

describe("POST /v1/auth/step-up", () => {
  it("takes a code or a recovery code, once, and writes it down", async () => {
    const { person, app } = await guarded();
    const code = app.code();
    expect((await stepUp(person, { code })).status).toBe(204);
    await expectProblem(stepUp(person, { code }), 403, "second_factor_wrong");
    const [recovery_code] = app.recoveryCodes;
    expect((await stepUp(person, { recovery_code })).status).toBe(204);
    const trail = await auditEventsOf(person.user.id);
    const steps = trail.filter(({ type }) => type === "session_stepped_up");
    expect(steps.map(({ details }) => details)).toEqual([
      { second_factor: "totp" },
      { second_factor: "recovery_code" },
    ]);
  });

  it("uses no code up for a session that has ended", async () => {
    const { person, app } = await guarded();
    await api("POST", "/v1/auth/logout", { token: person.accessToken });
    const code = app.code();
    await expectProblem(stepUp(person, { code }), 401, "session_ended");
    const { challenge } = await firstStep(person);
    expect((await secondStep(challenge, { code })).status).toBe(200);
  });

  it("slows wrong codes down for the session, and leaves the owner's log-in alone", async () => {
    const { person, app } = await guarded();
    for (let tries = 0; tries < 5; tries++) {
      await expectProblem(stepUp(person, { code: app.code(-9) }), 403, "second_factor_wrong");
    }
    await expectProblem(stepUp(person, { code: app.code() }), 429, "too_many_attempts");
    const { challenge } = await firstStep(person);
    expect((await secondStep(challenge, { code: app.code() })).status).toBe(200);
  });

  it("refuses a body with no proof, with two, and with another field", async () => {
    const { person, app } = await guarded();
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
