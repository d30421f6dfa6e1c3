import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { UserId } from "../../src/domain/ids.ts";
import { readConfig } from "../../src/env.ts";
import { serviceContext } from "../../src/services/context.ts";
import { openSession } from "../../src/services/identity/login/open-session.ts";
import { atTime } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import { allowCodeReuse, enrolTotp, firstStep, secondStep } from "../factors.ts";
import { api, jsonOf, PASSWORD, registerPerson } from "../people.ts";
import { NEW_PASSWORD } from "../planted-secrets.ts";
import { expectProblem } from "../problems.ts";

const me = (token: string) => api("GET", "/v1/users/me", { token });

describe("a login of a user with a second factor", () => {
  it("takes two steps, distinguished by status, and opens a session after the second", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const asked = await firstStep(person);
    expect(asked).toEqual({
      status: "second_factor_required",
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      expires_in: 300,
      methods: ["totp", "recovery_code"],
      passkey_options: null,
    });
    const response = await secondStep(asked.challenge, { code: app.code() });
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const { status, user, tokens } = await jsonOf(response);
    expect({ status, user }).toEqual({ status: "logged_in", user: person.user });
    expect((await me(tokens.access_token)).status).toBe(200);
    expect((await auditEvents(person.user.id)).at(-1)).toEqual({
      type: "user_logged_in",
      details: { second_factor: "totp" },
    });
  });

  it("records every correct password, also when the second step does not follow, and no wrong one", async () => {
    const person = await registerPerson();
    await enrolTotp(person);
    const asked = async () => {
      const events = await auditEvents(person.user.id);
      return events.filter(({ type }) => type === "second_factor_asked");
    };
    const body = { phone: person.phone, password: "four-Camels under Marib" };
    await expectProblem(api("POST", "/v1/auth/login", { body }), 401, "invalid_credentials");
    expect(await asked()).toEqual([]);
    await firstStep(person);
    await firstStep(person);
    expect(await asked()).toEqual(Array(2).fill({ type: "second_factor_asked", details: {} }));
    const { accessToken: token } = person;
    const own = await jsonOf(api("GET", "/v1/users/me/audit-events?limit=1", { token }));
    expect(own.data[0]).toMatchObject({ type: "second_factor_asked", actor: "self" });
  });

  it("reveals nothing about the second factor to a wrong password", async () => {
    const person = await registerPerson();
    await enrolTotp(person);
    const body = { phone: person.phone, password: "four-Camels under Marib" };
    const problem = await expectProblem(
      api("POST", "/v1/auth/login", { body }),
      401,
      "invalid_credentials",
    );
    expect(problem.challenge).toBeUndefined();
  });

  it("stores only the challenge's hash", async () => {
    const person = await registerPerson();
    await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const [row] = await query<{ text: string; isHash: boolean }>(sql`
      SELECT challenges::text AS text, hash = sha256(${challenge}::bytea) AS "isHash"
      FROM challenges WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(row?.isHash).toBe(true);
    expect(row?.text).not.toContain(challenge);
  });

  it("deletes expired challenges as new ones are issued, so that they do not accumulate", async () => {
    const person = await registerPerson();
    await enrolTotp(person);
    const expired = sql`FROM challenges WHERE expires_at < now() - interval '1 day'`;
    const id = idOf("usr", person.user.id);
    for (let n = 0; n < 6; n++) {
      await query(sql`INSERT INTO challenges (hash, purpose, user_id, expires_at)
        VALUES (sha256(${`${id} ${n}`}::bytea), 'passkey_step_up', ${id}, now() - interval '2 days')`);
    }
    for (let n = 0; n < 40; n++) await firstStep(person);
    expect(await query(sql`SELECT hash ${expired}`)).toEqual([]);
  });

  it("needs a proof beside the challenge, and the user's own one", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await enrolTotp(person);
    const app = await enrolTotp(other);
    const { challenge } = await firstStep(person);
    await expectProblem(me(challenge), 401, "token_invalid");
    const foreign = secondStep(challenge, { code: app.code() });
    await expectProblem(foreign, 403, "second_factor_wrong");
    await expectProblem(secondStep(challenge, {}), 400, "invalid_request");
    const both = { code: app.code(), recovery_code: app.recoveryCodes[0] };
    await expectProblem(secondStep(challenge, both), 400, "invalid_request");
  });

  it("refuses an unknown, a used and an expired challenge, and accepts one just before its end", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    for (const none of ["", "x", "A".repeat(43), "' OR 1=1 --"]) {
      await expectProblem(secondStep(none, { code: app.code() }), 409, "challenge_invalid");
    }
    const startMs = Date.now();
    const answerTo = (challenge: string, atMs: number) =>
      atTime(atMs, () => secondStep(challenge, { code: app.code() }));
    const late = await atTime(startMs, () => firstStep(person));
    await expectProblem(answerTo(late.challenge, startMs + 300_000), 409, "challenge_invalid");
    const { challenge } = await atTime(startMs, () => firstStep(person));
    expect((await answerTo(challenge, startMs + 299_999)).status).toBe(200);
    await allowCodeReuse(person);
    const again = secondStep(challenge, { code: app.code() });
    await expectProblem(again, 409, "challenge_invalid");
  });

  it("allows another attempt with the same challenge after a wrong code", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const [before, code] = [app.code(-9), app.code()];
    await expectProblem(secondStep(challenge, { code: before }), 403, "second_factor_wrong");
    expect((await secondStep(challenge, { code })).status).toBe(200);
    const refused = (await auditEvents(person.user.id)).find(
      ({ type }) => type === "second_factor_refused",
    );
    expect(refused?.details).toEqual({ method: "totp" });
  });

  it("is void when the password changes between the two steps", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const body = { password: "four-Camels under Marib", current_password: PASSWORD };
    const change = await api("PATCH", "/v1/users/me", { token: person.accessToken, body });
    expect(change.status).toBe(200);
    await expectProblem(secondStep(challenge, { code: app.code() }), 409, "challenge_invalid");
  });

  it("refuses the codes of a used time step and of the one before", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const code = app.code();
    const before = app.code(-1);
    const first = await firstStep(person);
    const second = await firstStep(person);
    expect((await secondStep(first.challenge, { code })).status).toBe(200);
    await expectProblem(secondStep(second.challenge, { code }), 403, "second_factor_wrong");
    const older = secondStep(second.challenge, { code: before });
    await expectProblem(older, 403, "second_factor_wrong");
  });

  it("lets exactly one of two parallel uses of one code succeed, with different challenges", async () => {
    for (let round = 0; round < 5; round++) {
      const person = await registerPerson();
      const app = await enrolTotp(person);
      const code = app.code();
      const asked = await Promise.all([firstStep(person), firstStep(person)]);
      const answers = await Promise.all(
        asked.map(({ challenge }) => secondStep(challenge, { code })),
      );
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, 403]);
    }
  });

  it("opens one session for one challenge, also with several right proofs in parallel", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const [one, two] = app.recoveryCodes;
    const answers = await Promise.all(
      [{ recovery_code: one }, { recovery_code: two }, { code: app.code() }].map((proof) =>
        secondStep(challenge, proof),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it("throttles wrong codes for the address that sends them", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const headers = { "CF-Connecting-IP": "192.0.2.77" };
    const attempt = (code: string) =>
      api("POST", "/v1/auth/login/second-factor", { body: { challenge, code }, headers });
    for (let tries = 0; tries < 5; tries++) {
      await expectProblem(attempt(app.code(-9)), 403, "second_factor_wrong");
    }
    await expectProblem(attempt(app.code()), 429, "too_many_attempts");
    // The throttled code was not used up, so it is still valid from another address.
    expect((await secondStep(challenge, { code: app.code() })).status).toBe(200);
  });

  it("is refused when a factor is enrolled while the password is verified", async () => {
    const person = await registerPerson();
    const userId = idOf("usr", person.user.id) as UserId;
    const [row] = await query<{ hash: string }>(
      sql`SELECT password_hash AS hash FROM users WHERE id = ${userId}`,
    );
    const open = () =>
      openSession(serviceContext(env, readConfig(env)), {
        userId,
        admission: { by: "password", passwordHash: row?.hash ?? "" },
        attempt: null,
        origin: { network: "192.0.2.1", device: null, place: null },
      });
    expect(await open()).toMatchObject({ kind: "logged_in", user: { id: userId } });
    await query(sql`UPDATE users SET has_second_factor = true WHERE id = ${userId}`);
    expect(await open()).toEqual({ kind: "not_admitted" });
  });
});

describe("a recovery code", () => {
  it("logs the owner in once, however it is typed, and the app can then be replaced", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const [code = ""] = recoveryCodes;
    const { challenge } = await firstStep(person);
    const typed = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `;
    const { tokens } = await jsonOf(secondStep(challenge, { recovery_code: typed }));
    const token = tokens.access_token;
    expect((await api("DELETE", "/v1/factors/totp", { token })).status).toBe(204);
    expect((await firstStep(person)).status).toBe("logged_in");
    const used = (await auditEvents(person.user.id)).find(
      ({ type }) => type === "second_factor_proven",
    );
    expect(used?.details).toEqual({ method: "recovery_code" });
  });

  it("is used up by its use", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const [recovery_code] = recoveryCodes;
    const first = await firstStep(person);
    expect((await secondStep(first.challenge, { recovery_code })).status).toBe(200);
    const { challenge } = await firstStep(person);
    const again = secondStep(challenge, { recovery_code });
    await expectProblem(again, 403, "second_factor_wrong");
    for (const none of ["", "x", "0".repeat(24), `${"I".repeat(24)}`]) {
      const wrong = secondStep(challenge, { recovery_code: none });
      await expectProblem(wrong, 403, "second_factor_wrong");
    }
    const long = secondStep(challenge, { recovery_code: "0".repeat(65) });
    await expectProblem(long, 400, "invalid_request", "/recovery_code");
  });

  it("is not used up by a login that a new password has voided", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const { challenge } = await firstStep(person);
    const body = { password: NEW_PASSWORD, current_password: PASSWORD };
    const { accessToken: token } = person;
    expect((await api("PATCH", "/v1/users/me", { token, body })).status).toBe(200);
    const [recovery_code] = recoveryCodes;
    await expectProblem(secondStep(challenge, { recovery_code }), 409, "challenge_invalid");
    const { recovery_codes_left } = await jsonOf(api("GET", "/v1/factors", { token }));
    expect(recovery_codes_left).toBe(10);
  });

  it("logs in exactly one of ten parallel uses", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const [recovery_code] = recoveryCodes;
    const asked = await Promise.all(Array.from({ length: 10 }, () => firstStep(person)));
    const answers = await Promise.all(
      asked.map(({ challenge }) => secondStep(challenge, { recovery_code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 403]).toContain(status);
  });

  it("is no longer offered when all are used, while the app still works", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    await query(sql`DELETE FROM recovery_codes WHERE user_id = ${idOf("usr", person.user.id)}`);
    const { methods, challenge } = await firstStep(person);
    expect(methods).toEqual(["totp"]);
    expect((await secondStep(challenge, { code: app.code() })).status).toBe(200);
  });
});
