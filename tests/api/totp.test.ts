import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { atTime } from "../clock.ts";
import { auditEvents, idOf, query } from "../database.ts";
import {
  ageStepUp,
  allowCodeReuse,
  appOf,
  beginTotp,
  enrolTotp,
  firstStep,
  stepUp,
} from "../factors.ts";
import { api, jsonOf, logIn, type Person, registerPerson } from "../people.ts";
import { expectProblem } from "../problems.ts";

const begin = ({ accessToken: token, password }: Person) =>
  api("POST", "/v1/factors/totp", { token, body: { password } });
const confirm = ({ accessToken: token }: Person, code: string) =>
  api("POST", "/v1/factors/totp/confirm", { token, body: { code } });
const remove = ({ accessToken: token }: Person) => api("DELETE", "/v1/factors/totp", { token });
const list = ({ accessToken: token }: Person) => jsonOf(api("GET", "/v1/factors", { token }));
const remake = ({ accessToken: token }: Person) =>
  api("POST", "/v1/factors/recovery-codes", { token });
const NOTHING = { totp: null, passkeys: [], recovery_codes_left: 0 };

/** A code that the app shows in none of the time steps around now. */
function wrongCode(app: { code(steps?: number): string }): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => app.code(steps));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find(
    (code) => !right.includes(code),
  ) as string;
}

describe("POST /v1/factors/totp", () => {
  it("shows the secret as text, URI and QR code, and is no factor before its confirmation", async () => {
    const person = await registerPerson();
    const response = await begin(person);
    expect(response.status).toBe(201);
    const { secret, otpauth_uri, qr_svg, expires_in } = await jsonOf(response);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(otpauth_uri);
    expect(uri.protocol).toBe("otpauth:");
    expect(decodeURIComponent(uri.pathname)).toContain(`Mahfaza:${person.phone}`);
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: "Mahfaza",
      secret,
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
    expect(qr_svg).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
    expect(expires_in).toBe(900);
    expect(await list(person)).toEqual(NOTHING);
    expect((await firstStep(person)).status).toBe("logged_in");
  });

  it("requires the password, so that a stolen session cannot enrol an app", async () => {
    const person = await registerPerson();
    const wrong = { ...person, password: "not the password" };
    await expectProblem(begin(wrong), 403, "wrong_password");
    const token = person.accessToken;
    const nothing = api("POST", "/v1/factors/totp", { token, body: {} });
    await expectProblem(nothing, 400, "invalid_request", "/password");
  });

  it("stores the secret only sealed", async () => {
    const person = await registerPerson();
    const { secret } = await beginTotp(person);
    const [row] = await query<{ sealed_secret: string }>(
      sql`SELECT sealed_secret FROM totp_factors WHERE user_id = ${idOf("usr", person.user.id)}`,
    );
    // Base 32 of 20 bytes, and AES-GCM's tag of 16 beside as many bytes of ciphertext.
    expect(row?.sealed_secret).toMatch(/^test\.[\w-]{16}\.[\w-]{48}$/);
    expect(row?.sealed_secret).not.toContain(secret);
    const again = await beginTotp(person);
    expect(again.secret).not.toBe(secret);
  });

  it("replaces an unconfirmed enrolment, and not a confirmed one", async () => {
    const person = await registerPerson();
    const first = await beginTotp(person);
    const second = await beginTotp(person);
    await expectProblem(confirm(person, first.code()), 403, "second_factor_wrong");
    expect((await confirm(person, second.code())).status).toBe(200);
    await expectProblem(begin(person), 409, "totp_enrolled");
  });
});

describe("POST /v1/factors/totp/confirm", () => {
  it("enrols the app and shows ten recovery codes, once", async () => {
    const person = await registerPerson();
    const app = await beginTotp(person);
    const response = await confirm(person, app.code());
    expect(response.status).toBe(200);
    const { recovery_codes } = await jsonOf(response);
    expect(new Set(recovery_codes).size).toBe(10);
    for (const code of recovery_codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{6}-?){4}$/);
    expect(await list(person)).toEqual({
      totp: { enrolled_at: expect.any(String), last_used_at: expect.any(String) },
      passkeys: [],
      recovery_codes_left: 10,
    });
    const rows = await query<{ length: number; known: boolean }>(sql`
      SELECT octet_length(hash) AS length,
        encode(hash, 'escape') = ANY (${sql.param(`{${recovery_codes.join(",")}}`)}::text[]) AS known
      FROM recovery_codes WHERE user_id = ${idOf("usr", person.user.id)}`);
    expect(rows).toEqual(Array(10).fill({ length: 32, known: false }));
    const events = (await auditEvents(person.user.id)).map(({ type }) => type);
    expect(events.slice(2).sort()).toEqual([
      "recovery_codes_made",
      "totp_enrolled",
      "totp_enrolment_begun",
    ]);
  });

  it("refuses a wrong code, a code without an enrolment, and a malformed code", async () => {
    const person = await registerPerson();
    await expectProblem(confirm(person, "123456"), 404, "factor_not_found");
    const app = await beginTotp(person);
    await expectProblem(confirm(person, wrongCode(app)), 403, "second_factor_wrong");
    for (const code of ["", "12345", "1234567", "12345a", "½23456"]) {
      await expectProblem(confirm(person, code), 400, "invalid_request", "/code");
    }
    expect(await list(person)).toEqual(NOTHING);
  });

  it("refuses an enrolment after fifteen minutes, and accepts it a millisecond before", async () => {
    for (const [lateMs, status] of [
      [-1, 200],
      [0, 404],
    ] as const) {
      const person = await registerPerson();
      const startMs = Date.now();
      const app = await atTime(startMs, () => beginTotp(person));
      const response = await atTime(startMs + 900_000 + lateMs, async () => {
        // The access token of the enrolment has expired by then.
        const session = { ...person, ...(await logIn(person.phone)) };
        return confirm(session, app.code());
      });
      expect(response.status).toBe(status);
      if (status === 404) await expectProblem(response, 404, "factor_not_found");
    }
  });

  it("lets one of ten parallel confirmations succeed, so that ten recovery codes are valid and not a hundred", async () => {
    const person = await registerPerson();
    const app = await beginTotp(person);
    const code = app.code();
    const answers = await Promise.all(Array.from({ length: 10 }, () => confirm(person, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await list(person)).recovery_codes_left).toBe(10);
  });

  it("uses the accepted code up", async () => {
    const person = await registerPerson();
    const app = await beginTotp(person);
    const code = app.code();
    expect((await confirm(person, code)).status).toBe(200);
    await expectProblem(stepUp(person, { code }), 403, "second_factor_wrong");
  });

  it("accepts the codes of the current time step, of the one before and of the one after, and no others", async () => {
    // In the middle of the next time step.
    const middleMs = (Math.floor(Date.now() / 30_000) + 1.5) * 30_000;
    const steps = (away: number) =>
      atTime(middleMs, async () => {
        const person = await registerPerson();
        const app = await beginTotp(person);
        return confirm(person, app.code(away));
      });
    for (const away of [-1, 0, 1]) expect((await steps(away)).status).toBe(200);
    for (const away of [-2, 2]) await expectProblem(steps(away), 403, "second_factor_wrong");
  });
});

describe("DELETE /v1/factors/totp", () => {
  it("ends the second step of logins when it was the last factor, and erases secret and recovery codes", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    expect((await remove(person)).status).toBe(204);
    expect(await list(person)).toEqual(NOTHING);
    expect((await firstStep(person)).status).toBe("logged_in");
    const id = idOf("usr", person.user.id);
    const rows = await query(sql`SELECT user_id FROM totp_factors WHERE user_id = ${id}
      UNION ALL SELECT user_id FROM recovery_codes WHERE user_id = ${id}`);
    expect(rows).toEqual([]);
    await expectProblem(stepUp(person, { code: app.code() }), 403, "second_factor_wrong");
    await expectProblem(remove(person), 404, "factor_not_found");
    expect((await auditEvents(person.user.id)).map(({ type }) => type)).toContain("totp_removed");
  });

  it("requires a fresh second factor", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    await ageStepUp(person, null);
    await expectProblem(remove(person), 403, "step_up_required");
    expect((await stepUp(person, { code: app.code() })).status).toBe(204);
    expect((await remove(person)).status).toBe(204);
  });

  it("does not remove an unconfirmed enrolment", async () => {
    const person = await registerPerson();
    const app = await beginTotp(person);
    await expectProblem(remove(person), 404, "factor_not_found");
    expect((await confirm(person, app.code())).status).toBe(200);
  });
});

describe("POST /v1/factors/recovery-codes", () => {
  it("makes ten new codes, and invalidates the previous ones", async () => {
    const person = await registerPerson();
    const { recoveryCodes } = await enrolTotp(person);
    const response = await remake(person);
    expect(response.status).toBe(201);
    const { recovery_codes } = await jsonOf(response);
    expect(new Set([...recoveryCodes, ...recovery_codes]).size).toBe(20);
    const [old, fresh] = [recoveryCodes[0], recovery_codes[0]];
    await expectProblem(stepUp(person, { recovery_code: old }), 403, "second_factor_wrong");
    expect((await stepUp(person, { recovery_code: fresh })).status).toBe(204);
    expect((await list(person)).recovery_codes_left).toBe(9);
  });

  it("requires an enrolled factor, and a fresh second factor", async () => {
    const person = await registerPerson();
    await expectProblem(remake(person), 404, "factor_not_found");
    await enrolTotp(person);
    await ageStepUp(person, null);
    await expectProblem(remake(person), 403, "step_up_required");
    expect((await list(person)).recovery_codes_left).toBe(10);
  });

  it("leaves ten codes of one set after parallel requests", async () => {
    const person = await registerPerson();
    await enrolTotp(person);
    const answers = await Promise.all(Array.from({ length: 5 }, () => remake(person)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect((await list(person)).recovery_codes_left).toBe(10);
    const sets = await Promise.all(answers.map(jsonOf));
    const rights = [];
    for (const { recovery_codes } of sets) {
      rights.push((await stepUp(person, { recovery_code: recovery_codes[3] })).status === 204);
    }
    expect(rights.filter(Boolean)).toHaveLength(1);
  });
});

describe("GET /v1/factors", () => {
  it("shows only the user's own factors", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    await enrolTotp(person);
    expect(await list(other)).toEqual(NOTHING);
  });

  it("shows when the app was last used", async () => {
    const person = await registerPerson();
    const app = await enrolTotp(person);
    const before = await list(person);
    await allowCodeReuse(person);
    expect((await stepUp(person, { code: app.code() })).status).toBe(204);
    const { totp } = await list(person);
    expect(totp.enrolled_at).toBe(before.totp.enrolled_at);
    expect(totp.last_used_at > before.totp.last_used_at).toBe(true);
  });
});

describe("an app of one user", () => {
  it("is no proof for another user", async () => {
    const [person, other] = [await registerPerson(), await registerPerson()];
    const app = await enrolTotp(person);
    await enrolTotp(other);
    await ageStepUp(other, null);
    const code = appOf(app.secret).code();
    await expectProblem(stepUp(other, { code }), 403, "second_factor_wrong");
    const [recovery_code] = app.recoveryCodes;
    await expectProblem(stepUp(other, { recovery_code }), 403, "second_factor_wrong");
  });
});
